package io.stellwerk.rules.drl;

/**
 * A word, number, text or sign of a DRL file.
 *
 * @param text as it stands there; of a text what it says, without quotes and escapes
 * @param start index of its first character in the file, from 0
 * @param end index behind its last character
 * @param line from 1
 * @param column from 1
 */
record Token(Kind kind, String text, int start, int end, int line, int column) {

    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        /** Behind the last token of what is read: where something is missing. */
        END
    }

    private static final int LONGEST_SHOWN = 60;

    /** Whether it is this word or sign; a text that says the same is not. */
    boolean is(String wordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isVariable() {
        return kind == Kind.WORD && text.startsWith("$");
    }

    boolean opens() {
        return is("(") || is("[") || is("{");
    }

    boolean closes() {
        return is(")") || is("]") || is("}");
    }

    /** As messages show it: short, and without characters that nobody sees. */
    String shown() {
        return switch (kind) {
            case TEXT -> '"' + shortened(text) + '"';
            case END -> "the end";
            default -> shortened(text);
        };
    }

    static String shortened(String text) {
        String visible = text.codePoints()
                .limit(LONGEST_SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() < text.length() ? visible + "…" : visible;
    }

    /** An empty place directly before it. */
    Token before() {
        return new Token(Kind.END, "", start, start, line, column);
    }

    /** An empty place directly behind it. */
    Token behind() {
        return new Token(Kind.END, "", end, end, line, column + end - start);
    }
}
