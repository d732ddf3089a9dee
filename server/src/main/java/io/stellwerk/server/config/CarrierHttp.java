package io.stellwerk.server.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The port that carriers ask at.
 *
 * @param port 0 for one that the system chooses
 * @param tls empty for plain HTTP
 * @param carrierWithoutKey name of the carrier that a query without credentials counts for: only on the loopback
 * @param overloadUnavailable whether overload answers 503 instead of the default route
 * @param overloadLag lag of an event loop at which it is overloaded
 * @param maxConnections open at once
 * @param maxQueries being answered at once on one event loop; more count as overload
 * @param idleTimeout after which a connection without traffic is closed
 */
public record CarrierHttp(
        String host,
        int port,
        Optional<Tls> tls,
        Optional<String> carrierWithoutKey,
        boolean overloadUnavailable,
        Duration overloadLag,
        int maxConnections,
        int maxQueries,
        Duration idleTimeout) {}
