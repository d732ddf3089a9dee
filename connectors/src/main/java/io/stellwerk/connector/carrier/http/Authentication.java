package io.stellwerk.connector.carrier.http;

import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.engine.call.Carrier;
import io.vertx.core.http.HttpConnection;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Finds out which carrier asks: by its key (RFC 6750, RFC 7617), its certificate, or because it needs neither. */
final class Authentication {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Supplier<Carriers> carriers;
    private final Optional<String> withoutKey;
    private final CarrierMeters meters;

    Authentication(Supplier<Carriers> carriers, Optional<String> withoutKey, CarrierMeters meters) {
        this.carriers = carriers;
        this.withoutKey = withoutKey;
        this.meters = meters;
    }

    /** Null if nobody knows who asks. Credentials that were sent must be right, whatever else would let them in. */
    @Nullable KnownCarrier carrier(Session session, @Nullable String authorization) {
        Carriers now = carriers.get();
        KnownCarrier known = session.known(now, authorization);
        if (known != null) {
            return known;
        }
        Optional<Carrier> found =
                authorization == null ? withoutHeader(now, session.connection) : byHeader(now, authorization);
        if (found.isEmpty()) {
            return null;
        }
        known = new KnownCarrier(found.get(), meters.of(found.get().name()));
        session.remember(now, authorization, known);
        return known;
    }

    private static Optional<Carrier> byHeader(Carriers carriers, String authorization) {
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return carriers.byKey(authorization.substring(BEARER.length()).trim());
        }
        if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return byBasic(carriers, authorization.substring(BASIC.length()).trim());
        }
        return Optional.empty();
    }

    private static Optional<Carrier> byBasic(Carriers carriers, String credentials) {
        String text;
        try {
            text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : carriers.byNameAndKey(text.substring(0, colon), text.substring(colon + 1));
    }

    private Optional<Carrier> withoutHeader(Carriers carriers, HttpConnection connection) {
        Optional<Carrier> shown = connection.isSsl() ? byCertificate(carriers, connection) : Optional.empty();
        return shown.isPresent() ? shown : withoutKey.flatMap(carriers::named);
    }

    private static Optional<Carrier> byCertificate(Carriers carriers, HttpConnection connection) {
        try {
            List<Certificate> chain = connection.peerCertificates();
            return !chain.isEmpty() && chain.get(0) instanceof X509Certificate own
                    ? carriers.byCertificate(own)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
