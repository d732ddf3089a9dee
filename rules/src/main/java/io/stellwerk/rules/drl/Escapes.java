package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;

/** The escapes of a text: those of Java, save octal ones. A unicode escape is a plain character, whichever it is. */
final class Escapes {

    private static final int UNICODE_DIGITS = 4;

    private Escapes() {}

    /** What is no escape is a finding, and left as it is. */
    static String resolve(String content, Token at, Report report) {
        StringBuilder resolved = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); ) {
            if (content.charAt(i) != '\\') {
                resolved.append(content.charAt(i++));
            } else {
                i = resolve(content, i, resolved, at, report);
            }
        }
        return resolved.toString();
    }

    /** Returns the index behind the escape. */
    private static int resolve(String content, int backslash, StringBuilder resolved, Token text, Report report) {
        char kind = backslash + 1 < content.length() ? content.charAt(backslash + 1) : 0;
        int plain = "btnfr\"'\\".indexOf(kind);
        if (plain >= 0) {
            resolved.append("\b\t\n\f\r\"'\\".charAt(plain));
            return backslash + 2;
        }
        int digits = backslash + 2;
        while (kind == 'u' && digits < content.length() && content.charAt(digits) == 'u') {
            digits++;
        }
        int end = digits + UNICODE_DIGITS;
        if (kind == 'u' && end <= content.length() && hexadecimal(content.substring(digits, end))) {
            resolved.append((char) Integer.parseInt(content.substring(digits, end), 16));
            return end;
        }
        resolved.append('\\');
        Token place = new Token(
                Token.Kind.SIGN,
                "\\",
                text.start() + 1 + backslash,
                text.start() + 2 + backslash,
                text.line(),
                text.column() + 1 + backslash);
        report.add(
                FindingCode.DRL_SYNTAX,
                place,
                "'\\" + (kind == 0 ? "" : Token.shortened(String.valueOf(kind))) + "' is no escape.",
                "Write \\\\ for a backslash, in regular expressions too: \"\\\\d\".");
        return backslash + 1;
    }

    private static boolean hexadecimal(String digits) {
        return digits.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
    }
}
