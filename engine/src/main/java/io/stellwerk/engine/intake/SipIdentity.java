package io.stellwerk.engine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One identity in a SIP header: {@code "Name" <sip:+4930111222@host;user=phone>;tag=1}, {@code tel:+4930111222} or bare text
 * (RFC 3261, clause 20.10; RFC 3966).
 *
 * @param user what stands where a number would, unescaped; may be empty
 * @param host in lower case, with its port; empty for a tel URI or bare text
 * @param parameters the header's own, behind the identity: {@code ;tag=1}; may be empty
 */
record SipIdentity(String user, String host, String parameters) {

    /** Longer headers are not read: no network writes them. */
    private static final int LONGEST = 8192;

    /** All identities of a header, in their order. */
    static List<SipIdentity> all(String header) {
        if (isBareNumber(header)) {
            return List.of(new SipIdentity(header, "", ""));
        }
        List<SipIdentity> found = new ArrayList<>();
        if (header.length() <= LONGEST) {
            int from = 0;
            for (int end = end(header, from, ','); from < header.length(); end = end(header, from, ',')) {
                found.add(of(header.substring(from, end).trim()));
                from = end + 1;
            }
        }
        return found;
    }

    /** The usual case, which needs no reading. */
    private static boolean isBareNumber(String header) {
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if ((c < '0' || c > '9') && (c != '+' || i > 0)) {
                return false;
            }
        }
        return !header.isEmpty();
    }

    /** What stands where a number would in the first identity; empty if nothing does. */
    static Optional<String> user(String header) {
        List<SipIdentity> identities = all(header);
        return identities.isEmpty()
                ? Optional.empty()
                : Optional.of(identities.get(0).user()).filter(user -> !user.isEmpty());
    }

    /** The value of one of the header's own parameters. */
    Optional<String> parameter(String name) {
        for (String parameter : parameters.split(";", -1)) {
            int equals = parameter.indexOf('=');
            if (equals >= 0 && parameter.substring(0, equals).trim().equalsIgnoreCase(name)) {
                return Optional.of(parameter.substring(equals + 1).trim());
            }
        }
        return Optional.empty();
    }

    /** Whether somebody hides behind it (RFC 3323, clause 4.1.1.3). */
    boolean hidden() {
        return user.equalsIgnoreCase("anonymous")
                || user.equalsIgnoreCase("restricted")
                || host.equals("anonymous.invalid");
    }

    private static SipIdentity of(String text) {
        int open = end(text, 0, '<');
        if (open == text.length()) {
            int parameters = text.indexOf(';', Math.max(0, text.indexOf('@')));
            return of(text, parameters < 0 ? "" : text.substring(parameters));
        }
        int close = text.indexOf('>', open);
        String uri = text.substring(open + 1, close < 0 ? text.length() : close);
        return of(uri.trim(), close < 0 ? "" : text.substring(close + 1));
    }

    private static SipIdentity of(String uri, String parameters) {
        String address = withoutScheme(uri);
        boolean sip = uri.regionMatches(true, 0, "sip", 0, 3) && address.length() < uri.length();
        int at = address.indexOf('@');
        if (at >= 0) {
            String user = before(address.substring(0, at), ":;");
            return new SipIdentity(unescaped(user), host(address.substring(at + 1)), parameters);
        }
        String rest = before(address, ";?");
        // A SIP URI without a user is a host's, and the dots of 192.0.2.1 would pass for a number's.
        boolean isHost = sip && (rest.indexOf('.') >= 0 || rest.indexOf(':') >= 0);
        return isHost
                ? new SipIdentity("", host(address), parameters)
                : new SipIdentity(unescaped(rest), "", parameters);
    }

    private static String host(String address) {
        return before(address, ";?").toLowerCase(Locale.ROOT);
    }

    /** The text before the first of some characters. */
    private static String before(String text, String stops) {
        int end = 0;
        while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end).trim();
    }

    /** Where {@code stop} stands outside quotes and angle brackets; the text's length if it does not. */
    private static int end(String text, int from, char stop) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == stop && !bracketed) {
                return i;
            } else if (c == '"') {
                quoted = true;
            } else if (c == '<') {
                bracketed = true;
            } else if (c == '>') {
                bracketed = false;
            }
        }
        return text.length();
    }

    private static String withoutScheme(String uri) {
        for (String scheme : new String[] {"sips:", "sip:", "tel:"}) {
            if (uri.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return uri.substring(scheme.length());
            }
        }
        return uri;
    }

    /** {@code %2B49} is {@code +49} (RFC 3261, clause 19.1.2); what is no escape stays as it is. */
    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
                plain.append((char) (high * 16 + low));
                i += 2;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
