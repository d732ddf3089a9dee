package io.stellwerk.rules.testcase;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.GridCell;
import io.stellwerk.rules.read.GridRow;
import java.util.Optional;

/** A row of test cases, whose cells are asked for by their columns; it remembers whether anything is wrong with it. */
final class CaseRow {

    private final CaseHeading heading;
    private final CaseSettings settings;
    private final GridRow row;
    private final Findings findings;
    private boolean sound = true;

    CaseRow(CaseHeading heading, CaseSettings settings, GridRow row, Findings findings) {
        this.heading = heading;
        this.settings = settings;
        this.row = row;
        this.findings = findings;
    }

    /** The text of a cell, or what the file says of cells that are empty. */
    String text(String column) {
        return cell(column).map(GridCell::text).orElse("");
    }

    private Optional<GridCell> cell(String column) {
        int index = heading.index(column);
        return index >= 0 && !row.text(index).isEmpty()
                ? Optional.of(row.cells().get(index))
                : settings.byDefault(column);
    }

    /** The place of a cell, or of the row if there is none. */
    Place place(String column) {
        int index = heading.index(column);
        boolean there = index >= 0 && index < row.cells().size();
        return cell(column)
                .map(GridCell::place)
                .orElseGet(() -> there ? row.cells().get(index).place() : place())
                .in(name(), column);
    }

    Place place() {
        return row.cells().get(0).place().in(name(), "");
    }

    private String name() {
        return named() ? row.text(heading.index(CaseColumns.CASE)) : "";
    }

    /** Whether there is a column for its name. */
    boolean named() {
        return heading.index(CaseColumns.CASE) >= 0;
    }

    void wrong(FindingCode code, String column, String message, String remedy) {
        add(code.at(place(column), message, remedy));
    }

    void wrong(FindingCode code, String message, String remedy) {
        add(code.at(place(), message, remedy));
    }

    private void add(Finding finding) {
        findings.add(finding);
        sound &= finding.severity() != Severity.ERROR;
    }

    void checkWidth() {
        int cells = row.cells().size();
        while (cells > heading.width() && row.text(cells - 1).isEmpty()) {
            cells--;
        }
        if (cells > heading.width()) {
            wrong(
                    FindingCode.WRONG_NUMBER_OF_CELLS,
                    "The row has " + cells + " cells, the heading " + heading.width() + ".",
                    "Take out separators; a cell with a separator in it needs quotes.");
        }
    }

    /** Whether nothing is wrong with it so far. */
    boolean sound() {
        return sound;
    }
}
