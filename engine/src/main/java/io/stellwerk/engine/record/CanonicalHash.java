package io.stellwerk.engine.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts, each behind its length, so that no two lists of parts have the same bytes. Not for several threads. */
final class CanonicalHash {

    private final MessageDigest digest;

    CanonicalHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    CanonicalHash add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
        return this;
    }

    CanonicalHash add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** In hexadecimal, 64 small letters and digits; ends the hash. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
