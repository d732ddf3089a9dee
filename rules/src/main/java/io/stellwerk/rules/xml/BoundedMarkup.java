package io.stellwerk.rules.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Looks at the characters of a document before its parser does. A parser holds a tag, a comment or an instruction in
 * memory as a whole, however long it is, so their lengths are limited here; and a document type ends the document.
 */
final class BoundedMarkup extends FilterReader {

    /** Of a tag, a comment or an instruction. */
    private static final int LONGEST = 1 << 16;
    /** Of a section of text without markup. */
    private static final int LONGEST_CDATA = 1 << 20;

    private enum State {
        TEXT,
        OPENED,
        DECLARED,
        TAG,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private State state = State.TEXT;
    private int length;
    private char last;
    private char beforeLast;

    BoundedMarkup(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] chars, int offset, int count) throws IOException {
        int got = super.read(chars, offset, count);
        for (int i = offset; i < offset + got; i++) {
            // Most of a document is text: nothing happens there before the next tag.
            if (state != State.TEXT || chars[i] == '<') {
                take(chars[i]);
            }
        }
        return got;
    }

    private void take(char c) throws IOException {
        length++;
        State before = state;
        state = next(c);
        if (state == State.TEXT || before == State.TEXT) {
            length = 0;
        } else if (length > (state == State.CDATA ? LONGEST_CDATA : LONGEST)) {
            throw XmlRefusedException.hostile(
                    "A tag, comment or instruction has more than " + LONGEST + " characters.", 0);
        }
        beforeLast = last;
        last = c;
    }

    private State next(char c) throws IOException {
        return switch (state) {
            case TEXT -> c == '<' ? State.OPENED : State.TEXT;
            case OPENED -> c == '!' ? State.DECLARED : c == '?' ? State.INSTRUCTION : tag(c);
            case DECLARED -> declared(c);
            case TAG -> tag(c);
            case SINGLE_QUOTED -> c == '\'' ? State.TAG : state;
            case DOUBLE_QUOTED -> c == '"' ? State.TAG : state;
            // Four characters open a comment before two dashes can end it; the same holds for the other sections.
            case COMMENT -> c == '>' && last == '-' && beforeLast == '-' && length > 5 ? State.TEXT : state;
            case CDATA -> c == '>' && last == ']' && beforeLast == ']' ? State.TEXT : state;
            case INSTRUCTION -> c == '>' && last == '?' ? State.TEXT : state;
        };
    }

    private static State tag(char c) {
        return switch (c) {
            case '>' -> State.TEXT;
            case '\'' -> State.SINGLE_QUOTED;
            case '"' -> State.DOUBLE_QUOTED;
            default -> State.TAG;
        };
    }

    private State declared(char c) throws XmlRefusedException {
        return switch (c) {
            case '-' -> State.COMMENT;
            case '[' -> State.CDATA;
            default -> throw XmlRefusedException.hostile("The document declares a document type (DTD).", 0);
        };
    }
}
