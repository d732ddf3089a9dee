package io.stellwerk.console;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the management API.
 *
 * @param token tells the right bearer token from others; empty if none is configured
 * @param withoutToken whether requests of this machine need none. Then a browser must not be lured into asking, so host
 *     and origin have to be the loopback
 */
public record ApiAccess(Optional<Predicate<String>> token, boolean withoutToken) {

    private static final String BEARER = "Bearer ";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    boolean allows(HttpServerRequest request) {
        Optional<String> sent = bearer(request.getHeader("Authorization"));
        if (token.isPresent() && sent.isPresent() && token.get().test(sent.get())) {
            return true;
        }
        return withoutToken && loopbackHost(request.authority()) && loopbackOrigin(request.getHeader("Origin"));
    }

    private static Optional<String> bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).trim())
                : Optional.empty();
    }

    /** A foreign name that leads to this machine (DNS rebinding) shows in the Host header. */
    private static boolean loopbackHost(@Nullable HostAndPort authority) {
        return authority != null && LOOPBACK.contains(authority.host().toLowerCase(Locale.ROOT));
    }

    private static boolean loopbackOrigin(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            String host = URI.create(origin).getHost();
            return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException garbage) {
            return false;
        }
    }
}
