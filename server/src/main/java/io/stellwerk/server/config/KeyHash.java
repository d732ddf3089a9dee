package io.stellwerk.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of a key. Keys are long and random, not passwords, so a plain hash cannot be turned back.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record KeyHash(String hex) {

    private static final String PREFIX = "sha256:";

    /** Of a key in clear. */
    public static KeyHash of(String key) {
        return new KeyHash(HexFormat.of().formatHex(sha256(key)));
    }

    /** Reads {@code sha256:} and 64 hexadecimal digits; empty for any other text. */
    public static Optional<KeyHash> parse(String text) {
        String hex = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "";
        return hex.matches("[0-9a-fA-F]{64}")
                ? Optional.of(new KeyHash(hex.toLowerCase(java.util.Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether this is the hash of the key; takes the same time for every wrong one. */
    public boolean matches(String key) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hex), sha256(key));
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
