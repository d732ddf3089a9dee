package io.stellwerk.connector.crm.csv;

/** The separator of a file, found out from its heading line. */
final class Separator {

    /** The first of equals: a heading of one column has none of them. */
    private static final char[] KNOWN = {';', ',', '\t'};

    private Separator() {}

    static char of(String heading) {
        char best = KNOWN[0];
        for (char candidate : KNOWN) {
            if (count(heading, candidate) > count(heading, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int count(String heading, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < heading.length(); i++) {
            quoted ^= heading.charAt(i) == '"';
            count += !quoted && heading.charAt(i) == separator ? 1 : 0;
        }
        return count;
    }

    static String name(char separator) {
        return separator == '\t' ? "tab" : String.valueOf(separator);
    }
}
