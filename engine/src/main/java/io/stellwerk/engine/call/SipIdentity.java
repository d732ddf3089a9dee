package io.stellwerk.engine.call;

import java.util.Optional;

/**
 * The user part of an identity in a SIP header: {@code "Name" <sip:+4930111222@host;user=phone>;tag=1}, {@code
 * tel:+4930111222} or bare text (RFC 3261, clause 20.10; RFC 3966).
 */
final class SipIdentity {

    private static final int LONGEST = 1024;

    private SipIdentity() {}

    /** What stands where a number would; the first of several identities. Empty if nothing does. */
    static Optional<String> user(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        String address = withoutScheme(address(header.trim()));
        int end = address.length();
        for (char stop : new char[] {'@', ';', '?', '>', ','}) {
            int at = address.indexOf(stop);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String user = address.substring(0, end).trim();
        return user.isEmpty() ? Optional.empty() : Optional.of(user);
    }

    /** What stands in the first angle brackets outside quotes, or else the whole. */
    private static String address(String header) {
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return header.substring(i + 1);
            }
        }
        return header;
    }

    private static String withoutScheme(String address) {
        for (String scheme : new String[] {"sips:", "sip:", "tel:"}) {
            if (address.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return address.substring(scheme.length());
            }
        }
        return address;
    }
}
