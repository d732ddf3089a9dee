package io.stellwerk.connector.crm.csv;

import java.util.ArrayList;
import java.util.List;

/** Takes lines apart into cells; a quoted cell may go on in the next line (RFC 4180, clause 2). One thread. */
final class CsvCells {

    private static final char QUOTE = '"';

    /** How a row stands at the end of a line. */
    enum State {
        WHOLE,
        /** Inside quotes. */
        OPEN,
        BROKEN
    }

    private enum Place {
        PLAIN,
        QUOTED,
        BEHIND_QUOTES
    }

    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private Place place = Place.PLAIN;

    CsvCells(char separator) {
        this.separator = separator;
    }

    void begin() {
        cells = new ArrayList<>();
        cell.setLength(0);
        place = Place.PLAIN;
    }

    List<String> cells() {
        return cells;
    }

    State read(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (place == Place.QUOTED) {
                quoted(c);
            } else if (c == separator) {
                endCell();
            } else if (place == Place.PLAIN) {
                plain(c);
            } else if (!behindQuotes(c)) {
                return State.BROKEN;
            }
        }
        if (place == Place.QUOTED) {
            cell.append('\n');
            return State.OPEN;
        }
        endCell();
        return State.WHOLE;
    }

    private void quoted(char c) {
        if (c == QUOTE) {
            place = Place.BEHIND_QUOTES;
        } else {
            cell.append(c);
        }
    }

    /** A quote opens only at the beginning of a cell; {@code 3" pipe} is a text like any other. */
    private void plain(char c) {
        if (c == QUOTE && cell.toString().isBlank()) {
            cell.setLength(0);
            place = Place.QUOTED;
        } else {
            cell.append(c);
        }
    }

    /** The second of two quotes stands for one; blanks before the separator do not matter. */
    private boolean behindQuotes(char c) {
        if (c == QUOTE) {
            cell.append(QUOTE);
            place = Place.QUOTED;
            return true;
        }
        return c == ' ';
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
        place = Place.PLAIN;
    }
}
