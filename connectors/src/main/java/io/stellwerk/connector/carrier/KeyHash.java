package io.stellwerk.connector.carrier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a carrier's key. Keys are long and random, so a fast hash without salt gives nothing away; the key
 * itself stands nowhere.
 */
public final class KeyHash {

    private static final int BYTES = 32;

    private final byte[] sha256;

    private KeyHash(byte[] sha256) {
        this.sha256 = sha256;
    }

    /**
     * @param hex 64 hexadecimal digits
     * @throws IllegalArgumentException for any other text; the message does not repeat it, since it may be the key
     */
    public static KeyHash parse(String hex) {
        try {
            byte[] bytes = HexFormat.of().parseHex(hex);
            if (bytes.length == BYTES) {
                return new KeyHash(bytes);
            }
        } catch (IllegalArgumentException notHex) {
            // Falls through to the message that says what to write.
        }
        throw new IllegalArgumentException(
                "A key is configured as the 64 hexadecimal digits of its SHA-256, as sha256sum prints them for the"
                        + " key without a line end");
    }

    /** Of a key as it is presented. */
    public static KeyHash of(String key) {
        return new KeyHash(sha256(key.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }

    /** In constant time. */
    public boolean matches(KeyHash presented) {
        return MessageDigest.isEqual(sha256, presented.sha256);
    }

    @Override
    public String toString() {
        return "***";
    }
}
