package io.stellwerk.engine.route;

/**
 * Where the network sends a call.
 *
 * @param uri the request URI (RFC 3261, clause 19.1)
 * @param destination the URI of the next hop; empty to resolve the request URI
 */
public record TargetAddress(String uri, String destination) {}
