package io.stellwerk.connector.carrier;

import io.stellwerk.engine.call.Carrier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A carrier, and what it shows to be let in. Without any of these nobody can authenticate as this carrier.
 *
 * @param keys several while keys are rotated
 * @param certificateNames common names of the subjects of its client certificates
 * @param certificateFingerprints SHA-256 of its client certificates, 64 hexadecimal digits, colons allowed
 */
public record CarrierAccess(
        Carrier carrier, List<KeyHash> keys, Set<String> certificateNames, Set<String> certificateFingerprints) {

    public CarrierAccess {
        keys = List.copyOf(keys);
        certificateNames = Set.copyOf(certificateNames);
        certificateFingerprints = certificateFingerprints.stream()
                .map(CarrierAccess::fingerprint)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A carrier that authenticates by keys only. */
    public static CarrierAccess byKeys(Carrier carrier, KeyHash... keys) {
        return new CarrierAccess(carrier, List.of(keys), Set.of(), Set.of());
    }

    private static String fingerprint(String text) {
        String hex = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + text
                    + "' is no certificate fingerprint: write the 64 hexadecimal digits of its SHA-256, as openssl x509"
                    + " -noout -fingerprint -sha256 prints it");
        }
        return hex;
    }
}
