package io.stellwerk.connector.store.mapdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link PackedWriter} wrote. Used on the way of a call: no stream, no copy but the texts themselves. */
final class PackedReader {

    private final byte[] bytes;
    private int position;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long unsigned() {
        byte next = bytes[position++];
        long value = next & 0x7F;
        for (int shift = 7; next < 0; shift += 7) {
            next = bytes[position++];
            value |= (long) (next & 0x7F) << shift;
        }
        return value;
    }

    int count() {
        return Math.toIntExact(unsigned());
    }

    long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    String text() {
        int head = count();
        int length = head >>> 1;
        String value = new String(
                bytes, position, length, (head & 1) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        position += length;
        return value;
    }

    BigDecimal decimal() {
        long head = signed();
        int scale = (int) (head >> 1);
        if ((head & 1) == 0) {
            return BigDecimal.valueOf(signed(), scale);
        }
        int length = count();
        position += length;
        return new BigDecimal(new BigInteger(Arrays.copyOfRange(bytes, position - length, position)), scale);
    }
}
