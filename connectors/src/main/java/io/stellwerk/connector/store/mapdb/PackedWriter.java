package io.stellwerk.connector.store.mapdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes values as few bytes. Integers are base 128, lowest digits first, the high bit meaning that more follows;
 * signed ones are zigzagged before. What it writes, {@link PackedReader} reads.
 */
final class PackedWriter {

    private byte[] bytes = new byte[256];
    private int size;

    /** Begins anew, in the same memory. */
    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    void raw(byte[] source) {
        ensure(source.length);
        System.arraycopy(source, 0, bytes, size, source.length);
        size += source.length;
    }

    /** Latin-1 where that will do, since it is read by copying; else UTF-8. The lowest bit of the length tells which. */
    void text(String value) {
        boolean latin1 = value.chars().allMatch(c -> c <= 0xFF);
        byte[] encoded = value.getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        unsigned((long) encoded.length << 1 | (latin1 ? 0 : 1));
        raw(encoded);
    }

    /** Scale and unscaled value, so that 1.50 stays 1.50. The lowest bit of the head tells that it exceeds a long. */
    void decimal(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        boolean big = unscaled.bitLength() > 63;
        signed((long) value.scale() << 1 | (big ? 1 : 0));
        if (big) {
            byte[] encoded = unscaled.toByteArray();
            unsigned(encoded.length);
            raw(encoded);
        } else {
            signed(unscaled.longValue());
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
