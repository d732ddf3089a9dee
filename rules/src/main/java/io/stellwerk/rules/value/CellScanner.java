package io.stellwerk.rules.value;

/** Goes through the text of a cell from left to right. */
public final class CellScanner {

    private final String text;
    private int at;

    public CellScanner(String text) {
        this.text = text;
    }

    public int at() {
        return at;
    }

    public String from(int start) {
        return text.substring(start, at).strip();
    }

    public boolean atEnd() {
        return at >= text.length();
    }

    /** The next character, or 0 at the end. */
    public char peek() {
        return peek(0);
    }

    public char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    public void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    public boolean take(char wanted) {
        if (peek() != wanted || atEnd()) {
            return false;
        }
        at++;
        return true;
    }

    public boolean take(String wanted) {
        if (!text.startsWith(wanted, at)) {
            return false;
        }
        at += wanted.length();
        return true;
    }

    /** A dash between two ends; spreadsheets like to make an en dash of it. */
    public boolean takeDash() {
        return take('-') || take('\u2013');
    }

    public boolean nextIsDash() {
        return peek() == '-' || peek() == '\u2013';
    }

    /** The word {@code not} and its opening bracket. */
    public boolean takeNot() {
        int start = at;
        if (text.regionMatches(true, at, "not", 0, 3)) {
            at += 3;
            skipBlanks();
            if (take('(')) {
                return true;
            }
        }
        at = start;
        return false;
    }

    /** Letters as far as they go. */
    public String letters() {
        int start = at;
        while (!atEnd() && Character.isLetter(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    /** All before the next of these characters, or before the end; without the blanks at its end. */
    public String until(String stops) {
        int start = at;
        while (!atEnd() && stops.indexOf(peek()) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    /** All before a text that must come; stands behind it afterwards. */
    public String untilText(String stop, String remedy) throws Misread {
        int found = text.indexOf(stop, at);
        if (found < 0) {
            throw Misread.cell(at, "'" + text.substring(at) + "' has no '" + stop + "'.", remedy);
        }
        String before = text.substring(at, found).strip();
        at = found + stop.length();
        return before;
    }

    /** A text in quotes, in which two quotes are one. */
    public String quoted() throws Misread {
        int start = at;
        take('"');
        StringBuilder value = new StringBuilder();
        while (!atEnd()) {
            if (take("\"\"")) {
                value.append('"');
            } else if (take('"')) {
                return value.toString();
            } else {
                value.append(peek());
                at++;
            }
        }
        throw Misread.cell(start, "The quote that opens here is not closed.", "Close it, or write two quotes for one.");
    }
}
