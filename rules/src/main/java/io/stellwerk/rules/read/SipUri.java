package io.stellwerk.rules.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges URIs that go into SIP messages: RFC 3261, clause 25.1, and RFC 3966, as far as that a header stays one header
 * and an address leads somewhere.
 */
final class SipUri {

    private static final Pattern SIP = Pattern.compile(
            "sips?:(?:[A-Za-z0-9_.!~*'()%&=+$,;?/:#-]+@)?(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(?::(?<port>[0-9]{1,5}))?"
                    + "(?:;[A-Za-z0-9_.!~*'()%\\[\\]/:&+$=-]+)*(?:\\?[A-Za-z0-9_.!~*'()%\\[\\]/?:+$=&-]+)?");
    private static final Pattern TEL =
            Pattern.compile("tel:\\+?[0-9*#()A-D.-]+(?:;[A-Za-z0-9_.!~*'()%\\[\\]/:&+$=-]+)*");
    private static final int HIGHEST_PORT = 65_535;

    private SipUri() {}

    /** What is wrong with the address of a target; empty if nothing. */
    static Optional<String> problem(String uri) {
        Optional<String> characters = forbidden(uri);
        if (characters.isPresent() || TEL.matcher(uri).matches()) {
            return characters;
        }
        return problemOfSip(uri);
    }

    /** What is wrong with the address of a next hop, which is never a telephone number; empty if nothing. */
    static Optional<String> problemOfHop(String uri) {
        Optional<String> characters = forbidden(uri);
        return characters.isPresent() ? characters : problemOfSip(uri);
    }

    private static Optional<String> forbidden(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c > '~' || c == '<' || c == '>' || c == '"') {
                return Optional.of("has the character " + name(c) + ", which a URI cannot have");
            }
        }
        return Optional.empty();
    }

    private static String name(char c) {
        return switch (c) {
            case ' ' -> "space";
            case '\r' -> "carriage return";
            case '\n' -> "line feed";
            default -> c < ' ' ? "U+%04X".formatted((int) c) : "'" + c + "'";
        };
    }

    private static Optional<String> problemOfSip(String uri) {
        Matcher matcher = SIP.matcher(uri);
        if (!matcher.matches()) {
            return Optional.of("is not a SIP URI");
        }
        String port = matcher.group("port");
        if (port != null && (Integer.parseInt(port) == 0 || Integer.parseInt(port) > HIGHEST_PORT)) {
            return Optional.of("has the port " + port + "; ports are 1 to 65535");
        }
        return Optional.empty();
    }
}
