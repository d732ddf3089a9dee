package io.stellwerk.server.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The port that carriers ask at.
 *
 * @param port 0 for one that the system chooses
 * @param tls empty for plain HTTP
 * @param maxConcurrent calls being answered at once beyond which the overload answer is given
 * @param idleTimeout after which a connection without traffic is closed
 * @param overloadUnavailable whether overload answers 503 instead of the default route
 * @param anonymousCarrier what a carrier without a key is taken for; empty if it is refused
 */
public record CarrierHttp(
        String host,
        int port,
        Optional<Tls> tls,
        int maxConcurrent,
        Duration idleTimeout,
        boolean overloadUnavailable,
        Optional<AnonymousCarrier> anonymousCarrier) {

    /** A carrier without a key: only where the port is bound to the loopback. */
    public record AnonymousCarrier(String name, String country) {}
}
