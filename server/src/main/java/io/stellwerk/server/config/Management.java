package io.stellwerk.server.config;

import io.stellwerk.connector.carrier.KeyHash;
import java.util.Optional;

/**
 * The port of health, metrics and the management API.
 *
 * @param port 0 for one that the system chooses
 * @param token what /api asks for; empty if there is none
 * @param withoutToken whether /api needs none: only where the port is bound to the loopback
 */
public record Management(String host, int port, Optional<KeyHash> token, boolean withoutToken) {}
