package io.stellwerk.connector.crm.csv;

import io.stellwerk.connector.crm.csv.CsvLines.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180), one after the other. A row with a broken quote costs that line only: reading goes on
 * with the line behind it, however many lines the quote seemed to take in. Empty lines are passed over. One thread.
 */
final class CsvRows {

    private static final int MOST_LINES = 200;

    private final CsvLines lines;
    private final CsvCells cells;

    CsvRows(CsvLines lines, char separator) {
        this.lines = lines;
        this.cells = new CsvCells(separator);
    }

    @Nullable CsvRow next() throws IOException {
        for (Line first = lines.next(); first != null; first = lines.next()) {
            if (!first.text().isBlank()) {
                return row(first);
            }
        }
        return null;
    }

    private CsvRow row(Line first) throws IOException {
        if (first.cut()) {
            return CsvRow.damaged(
                    first.number(),
                    first.text(),
                    QuarantineReason.TOO_LONG,
                    "the line is longer than " + CsvLines.LONGEST + " characters; only its beginning is shown");
        }
        cells.begin();
        CsvCells.State state = cells.read(first.text());
        if (state == CsvCells.State.WHOLE) {
            return new CsvRow(first.number(), first.text(), cells.cells(), Optional.empty());
        }
        return state == CsvCells.State.OPEN ? longRow(first) : broken(first, List.of());
    }

    private CsvRow longRow(Line first) throws IOException {
        List<Line> further = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        CsvCells.State state = CsvCells.State.OPEN;
        while (state == CsvCells.State.OPEN && further.size() < MOST_LINES && text.length() <= CsvLines.LONGEST) {
            Line next = lines.next();
            if (next == null) {
                break;
            }
            further.add(next);
            text.append('\n').append(next.text());
            state = next.cut() ? CsvCells.State.BROKEN : cells.read(next.text());
        }
        return state == CsvCells.State.WHOLE
                ? new CsvRow(first.number(), text.toString(), cells.cells(), Optional.empty())
                : broken(first, further);
    }

    private CsvRow broken(Line first, List<Line> further) {
        lines.giveBack(further);
        return CsvRow.damaged(
                first.number(),
                first.text(),
                QuarantineReason.BROKEN_QUOTES,
                "a quote is not closed, or text stands behind a closing one: write \"\" for a quote inside quotes");
    }
}
