package io.stellwerk.connector.carrier.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the carriers' HTTP port behaves.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param eventLoops how many serve it, each with all it needs of its own
 * @param carrierWithoutKey name of the carrier that a query without credentials counts for; only on a loopback address
 * @param overload what an overloaded node answers
 * @param overloadLag lag of an event loop at which it is overloaded
 * @param maxConnections open at once; more are closed at once
 * @param maxQueries being answered at once on one event loop; more count as overload
 * @param idleTimeout after which a silent connection is closed
 * @param drainTimeout the longest that a drain waits for queries being answered
 * @param rememberFor how long a query sent twice gets the same answer
 * @param rememberEntries the most answers kept for that
 * @param rememberBytes the most memory kept for that, roughly
 * @param tls empty for plain HTTP
 */
public record CarrierHttpOptions(
        String host,
        int port,
        int eventLoops,
        Optional<String> carrierWithoutKey,
        OverloadAnswer overload,
        Duration overloadLag,
        int maxConnections,
        int maxQueries,
        Duration idleTimeout,
        Duration drainTimeout,
        Duration rememberFor,
        int rememberEntries,
        long rememberBytes,
        Optional<Tls> tls) {

    /** The body of a query may not be larger. */
    static final int MAX_BODY = 16 * 1024;

    /** What an overloaded node answers. */
    public enum OverloadAnswer {
        /** The default route at once, reason OVERLOAD. */
        DEFAULT_ROUTE,
        /** 503 with Retry-After, so that the network asks the next node. */
        UNAVAILABLE
    }

    /**
     * PEM files.
     *
     * @param clientAuthorities who signs client certificates; empty if none are asked for
     */
    public record Tls(String certificateFile, String keyFile, Optional<String> clientAuthorities) {}

    /** @throws IllegalArgumentException naming everything that is wrong */
    public CarrierHttpOptions {
        List<String> problems = new ArrayList<>();
        check(problems, port >= 0 && port <= 65_535, "port is 0 to 65535, not " + port);
        check(problems, eventLoops >= 1 && eventLoops <= 256, "eventLoops is 1 to 256, not " + eventLoops);
        check(problems, maxConnections >= 1, "maxConnections is 1 or more, not " + maxConnections);
        check(problems, maxQueries >= 1, "maxQueries is 1 or more, not " + maxQueries);
        check(problems, rememberEntries >= 2, "rememberEntries is 2 or more, not " + rememberEntries);
        check(problems, rememberBytes >= 65_536, "rememberBytes is 65536 or more, not " + rememberBytes);
        check(problems, positive(overloadLag), "overloadLag is more than zero, not " + overloadLag);
        check(problems, positive(idleTimeout), "idleTimeout is more than zero, not " + idleTimeout);
        check(problems, !drainTimeout.isNegative(), "drainTimeout is zero or more, not " + drainTimeout);
        check(problems, positive(rememberFor), "rememberFor is more than zero, not " + rememberFor);
        check(
                problems,
                carrierWithoutKey.isEmpty() || loopback(host),
                "carrierWithoutKey needs a loopback host such as 127.0.0.1, not '" + host
                        + "': give the carrier a key, or listen on loopback");
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Carrier HTTP: " + String.join("; ", problems));
        }
    }

    /** Loopback only, any free port, nobody gets in without a key. */
    public static CarrierHttpOptions defaults() {
        return new CarrierHttpOptions(
                "127.0.0.1",
                0,
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                Optional.empty(),
                OverloadAnswer.DEFAULT_ROUTE,
                Duration.ofMillis(50),
                10_000,
                1_000,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                65_536,
                64L << 20,
                Optional.empty());
    }

    public CarrierHttpOptions listeningOn(String newHost, int newPort) {
        return new CarrierHttpOptions(
                newHost,
                newPort,
                eventLoops,
                carrierWithoutKey,
                overload,
                overloadLag,
                maxConnections,
                maxQueries,
                idleTimeout,
                drainTimeout,
                rememberFor,
                rememberEntries,
                rememberBytes,
                tls);
    }

    /** Queries without credentials count for this carrier. */
    public CarrierHttpOptions withoutKeyFor(String carrierName) {
        return new CarrierHttpOptions(
                host,
                port,
                eventLoops,
                Optional.of(carrierName),
                overload,
                overloadLag,
                maxConnections,
                maxQueries,
                idleTimeout,
                drainTimeout,
                rememberFor,
                rememberEntries,
                rememberBytes,
                tls);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    /** Without asking a name server: what a name means can change. */
    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static void check(List<String> problems, boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
    }
}
