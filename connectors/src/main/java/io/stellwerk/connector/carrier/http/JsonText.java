package io.stellwerk.connector.carrier.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON under construction, as bytes of ASCII: whatever lies beyond is escaped (RFC 8259, clause 7), so that half a
 * surrogate pair cannot stop an answer. The caller sees to the structure. One thread, used again and again.
 */
final class JsonText {

    private static final byte[] HEX = ascii("0123456789abcdef");

    /** Whether an ASCII character stands for itself within a string. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        Arrays.fill(PLAIN, ' ', 127, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    private byte[] bytes = new byte[2_048];
    private int length;

    /** For fixed parts of documents: made once, added often. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void clear() {
        length = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    JsonText raw(byte[] part) {
        ensure(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
        return this;
    }

    JsonText comma() {
        ensure(1);
        bytes[length++] = ',';
        return this;
    }

    JsonText number(long number) {
        return raw(ascii(Long.toString(number)));
    }

    /** A string with its quotes. */
    JsonText string(String text) {
        ensure(2);
        bytes[length++] = '"';
        inString(text);
        ensure(1);
        bytes[length++] = '"';
        return this;
    }

    /** The part of a string, without quotes. */
    @SuppressWarnings("deprecation") // Of ASCII it copies the bytes at once, and that is all that is plain.
    JsonText inString(String text) {
        int plain = plainLength(text);
        ensure(text.length());
        text.getBytes(0, plain, bytes, length);
        length += plain;
        for (int i = plain; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return this;
    }

    private static int plainLength(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < 128 && PLAIN[text.charAt(i)]) {
            i++;
        }
        return i;
    }

    private void add(char c) {
        ensure(6);
        if (c < 128 && PLAIN[c]) {
            bytes[length++] = (byte) c;
            return;
        }
        bytes[length++] = '\\';
        if (c == '"' || c == '\\') {
            bytes[length++] = (byte) c;
            return;
        }
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[c >> shift & 15];
        }
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
