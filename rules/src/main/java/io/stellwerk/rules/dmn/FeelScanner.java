package io.stellwerk.rules.dmn;

/** Goes through a text of FEEL from left to right. */
final class FeelScanner {

    private final String text;
    private int at;

    FeelScanner(String text) {
        this.text = text;
        skipBlanks();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }

    /** Takes a sign, and the blanks behind it. */
    boolean take(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        skipBlanks();
        return true;
    }

    /** Takes words that end where they end: {@code starts with}, with any blanks between them. */
    boolean takeWords(String... words) {
        int start = at;
        for (String word : words) {
            int end = at + word.length();
            boolean whole = text.startsWith(word, at) && (end == text.length() || !isWordPart(text.charAt(end)));
            if (!whole) {
                at = start;
                return false;
            }
            at = end;
            skipBlanks();
        }
        return true;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** A name with dots, empty if there is none. */
    String name() {
        int start = at;
        while (!atEnd() && (isWordPart(peek()) || (peek() == '.' && at > start && !text.startsWith("..", at)))) {
            at++;
        }
        String name = text.substring(start, at);
        skipBlanks();
        return name;
    }

    /** A number without exponent, empty if there is none. */
    String number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (Character.isDigit(peek()) || (peek() == '.' && !text.startsWith("..", at))) {
            at++;
        }
        String number = text.substring(start, at);
        if (!number.matches("-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)")) {
            at = start;
            return "";
        }
        skipBlanks();
        return number.replaceFirst("^(-?)\\.", "$10.");
    }

    /** A text in quotes, its escapes resolved. */
    String string() throws Untranslatable {
        int start = at;
        at++;
        StringBuilder value = new StringBuilder();
        while (!atEnd() && peek() != '"') {
            value.append(peek() == '\\' ? escaped(start) : peek());
            at++;
        }
        if (atEnd()) {
            throw notClosed(start);
        }
        at++;
        skipBlanks();
        return value.toString();
    }

    private String escaped(int start) throws Untranslatable {
        at++;
        return switch (peek()) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> unicode(4, start);
            case 'U' -> unicode(6, start);
            case 0 -> throw notClosed(start);
            default -> String.valueOf(peek());
        };
    }

    private String unicode(int digits, int start) throws Untranslatable {
        int end = at + 1 + digits;
        if (end > text.length() || !text.substring(at + 1, end).matches("[0-9A-Fa-f]+")) {
            throw notClosed(start);
        }
        int code = Integer.parseInt(text.substring(at + 1, end), 16);
        at = end - 1;
        if (!Character.isValidCodePoint(code)) {
            throw notClosed(start);
        }
        return Character.toString(code);
    }

    private Untranslatable notClosed(int start) {
        return new Untranslatable(
                "The text '" + text.substring(start) + "' is not closed, or has an escape that is unknown.",
                "Write it in quotes like \"A\".");
    }

    String rest() {
        return text.substring(Math.min(at, text.length()));
    }
}
