package io.stellwerk.connector.crm.csv;

import java.util.ArrayList;
import java.util.List;

/** A row whose cells are asked for by field, and all that is found wrong with it. */
final class FieldRow {

    private final Heading heading;
    private final CsvRow row;
    private final List<RowProblem> problems = new ArrayList<>();
    private final boolean readable;

    FieldRow(Heading heading, CsvRow row) {
        this.heading = heading;
        this.row = row;
        row.damage().ifPresent(problems::add);
        if (problems.isEmpty()) {
            checkWidth();
        }
        readable = problems.isEmpty();
        checkCharacters();
    }

    /** Whether it has a cell for each column, so that their values can be looked at. */
    boolean isReadable() {
        return readable;
    }

    /** Without blanks at its ends; empty if there is no such column. */
    String text(String field) {
        int place = heading.place(field);
        return place < 0 || place >= row.cells().size()
                ? ""
                : CellText.trim(row.cells().get(place));
    }

    /** @param remedy what is wrong with the value and what to write instead */
    void wrong(String field, QuarantineReason reason, String remedy) {
        problems.add(new RowProblem(heading.column(field), reason, "'" + text(field) + "' " + remedy));
    }

    /** As {@link #wrong(String, QuarantineReason, String)}, for one of several values in a cell. */
    void wrongValue(String field, String value, QuarantineReason reason, String remedy) {
        problems.add(new RowProblem(heading.column(field), reason, "'" + value + "' " + remedy));
    }

    boolean isGood() {
        return problems.isEmpty();
    }

    List<RowProblem> problems() {
        return problems;
    }

    CsvRow row() {
        return row;
    }

    /** Spreadsheets leave empty cells behind; a row that is too short was cut off or has lost a separator. */
    private void checkWidth() {
        List<String> cells = row.cells();
        int width = cells.size();
        while (width > heading.width() && cells.get(width - 1).isBlank()) {
            width--;
        }
        if (width != heading.width()) {
            problems.add(new RowProblem(
                    "",
                    QuarantineReason.WRONG_NUMBER_OF_CELLS,
                    "the row has " + width + " cells and the heading " + heading.width()
                            + ": quote cells that hold the separator"));
        }
    }

    private void checkCharacters() {
        if (row.text().indexOf('\uFFFD') >= 0) {
            problems.add(new RowProblem(
                    "",
                    QuarantineReason.UNREADABLE_CHARACTER,
                    "a character cannot be read in the encoding of the file: save the file as UTF-8"));
        }
    }
}
