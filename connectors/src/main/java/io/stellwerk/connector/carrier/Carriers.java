package io.stellwerk.connector.carrier;

import io.stellwerk.engine.call.Carrier;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/** The carriers that may ask. Immutable: a change of keys is a new object, and connections notice it by that. */
public final class Carriers {

    private static final KeyHash NOBODYS = KeyHash.of("");

    private final Map<String, CarrierAccess> byName = new HashMap<>();
    private final Map<String, Carrier> byCommonName = new HashMap<>();
    private final Map<String, Carrier> byFingerprint = new HashMap<>();

    /** @throws IllegalArgumentException naming every name and certificate that stands for two carriers */
    public Carriers(Collection<CarrierAccess> accesses) {
        List<String> problems = new ArrayList<>();
        Set<String> twice = new HashSet<>();
        for (CarrierAccess access : accesses) {
            Carrier carrier = access.carrier();
            if (byName.put(carrier.name(), access) != null && twice.add(carrier.name())) {
                problems.add("carrier '" + carrier.name() + "' stands there twice");
            }
            access.certificateNames().forEach(name -> claim(byCommonName, name, carrier, problems));
            access.certificateFingerprints().forEach(print -> claim(byFingerprint, print, carrier, problems));
        }
        findSharedKeys(new ArrayList<>(accesses), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Carriers: " + String.join("; ", problems));
        }
    }

    public Optional<Carrier> named(String name) {
        return Optional.ofNullable(byName.get(name)).map(CarrierAccess::carrier);
    }

    /** Whose key this is. Takes the same time for every key, known or not. */
    public Optional<Carrier> byKey(String key) {
        KeyHash presented = KeyHash.of(key);
        Carrier found = null;
        for (CarrierAccess access : byName.values()) {
            found = opens(access, presented) ? access.carrier() : found;
        }
        return Optional.ofNullable(found);
    }

    /** The carrier of this name, if the key is one of its own. */
    public Optional<Carrier> byNameAndKey(String name, String key) {
        KeyHash presented = KeyHash.of(key);
        CarrierAccess access = byName.get(name);
        if (access == null) {
            boolean ignored = NOBODYS.matches(presented); // An unknown name takes as long as a wrong key.
            return Optional.empty();
        }
        return opens(access, presented) ? Optional.of(access.carrier()) : Optional.empty();
    }

    /** The carrier that shows this certificate, whose chain somebody else has verified. */
    public Optional<Carrier> byCertificate(X509Certificate certificate) {
        Carrier printed = byFingerprint.get(fingerprint(certificate));
        if (printed != null) {
            return Optional.of(printed);
        }
        return commonName(certificate).map(byCommonName::get);
    }

    private static boolean opens(CarrierAccess access, KeyHash presented) {
        boolean opens = false;
        for (KeyHash key : access.keys()) {
            opens |= key.matches(presented);
        }
        return opens;
    }

    private static void claim(Map<String, Carrier> owners, String what, Carrier carrier, List<String> problems) {
        Carrier other = owners.putIfAbsent(what, carrier);
        if (other != null && !other.name().equals(carrier.name())) {
            problems.add("certificate '" + what + "' is that of '" + other.name() + "' and of '" + carrier.name()
                    + "': give each its own");
        }
    }

    private static void findSharedKeys(List<CarrierAccess> accesses, List<String> problems) {
        for (int i = 0; i < accesses.size(); i++) {
            for (int j = i + 1; j < accesses.size(); j++) {
                CarrierAccess one = accesses.get(i);
                CarrierAccess other = accesses.get(j);
                if (one.keys().stream().anyMatch(key -> opens(other, key))) {
                    problems.add("carriers '" + one.carrier().name() + "' and '"
                            + other.carrier().name() + "' have the same key: give each its own");
                }
            }
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(KeyHash.sha256(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            return "";
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                @Nullable Object value = part.getValue();
                if (part.getType().equalsIgnoreCase("CN") && value instanceof String name) {
                    return Optional.of(name);
                }
            }
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
