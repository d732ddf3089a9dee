package io.stellwerk.connector.carrier.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a tenant or a caller wrote, made fit for a SIP message: neither can end a line or smuggle in another header. */
final class SafeText {

    private static final int LONGEST = 128;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SafeText() {}

    /** Printable ASCII of at most 128 characters; whatever else stands there becomes an underscore. */
    static String headerValue(String text) {
        if (text.length() <= LONGEST && printable(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            safe.append(c >= ' ' && c <= '~' ? c : '_');
        }
        return safe.toString();
    }

    /** A URI in which all that no URI may have is percent-encoded (RFC 3986, clause 2.1). */
    static String uri(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowedInUri(text.charAt(i))) {
                return encoded(text);
            }
        }
        return text;
    }

    private static String encoded(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (allowedInUri((char) (b & 0xff))) {
                safe.append((char) b);
            } else {
                safe.append('%').append(HEX.toHexDigits(b));
            }
        }
        return safe.toString();
    }

    private static boolean allowedInUri(char c) {
        return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '"';
    }

    private static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
