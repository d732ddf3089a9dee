package io.stellwerk.connector.numbers.libphonenumber;

/**
 * Makes one of the usual spellings of a number plain: a plus, if there is one, and digits.
 *
 * <p>Its alphabet is closed, since libphonenumber takes letters for digits and finds numbers in prose: {@code 015-xyz} is
 * no number.
 */
final class Spelling {

    /** Longer texts are no numbers, however many blanks they have. */
    private static final int LONGEST = 64;

    private static final int LONGEST_EXTENSION = 7;
    private static final String[] EXTENSIONS = {";ext=", "extension", "ext.", "ext", "x"};
    private static final String SEPARATORS = "()[]/.-（）［］／．－";

    private Spelling() {}

    /** Empty if there is anything in the text that has no place in a number. An extension is left out. */
    static String plain(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        return isPlain(text) ? text : madePlain(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c != '+' || i > 0)) {
                return false;
            }
        }
        return true;
    }

    private static String madePlain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if ((c == '+' || c == '＋') && plain.isEmpty()) {
                plain.append('+');
            } else if (!separates(c)) {
                return isExtension(text.substring(i).strip()) ? plain.toString() : "";
            }
        }
        return plain.toString();
    }

    /** Blanks, dashes and the marks for the direction of writing that numbers copied from a document bring along. */
    private static boolean separates(char c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            default -> c == '\t' || c == '\u2212' || SEPARATORS.indexOf(c) >= 0;
        };
    }

    private static boolean isExtension(String rest) {
        for (String mark : EXTENSIONS) {
            if (rest.regionMatches(true, 0, mark, 0, mark.length())) {
                return isShortNumber(rest.substring(mark.length()).strip());
            }
        }
        return false;
    }

    private static boolean isShortNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_EXTENSION
                && text.chars().allMatch(c -> Character.digit(c, 10) >= 0);
    }
}
