package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Findings;
import java.util.List;
import java.util.Optional;

/**
 * Texts in rows and columns, each with its place: what a CSV file and a worksheet have in common.
 *
 * @param file its name within the rule set
 * @param rows without blank ones
 */
public record Grid(String file, List<GridRow> rows) {

    public Grid {
        rows = List.copyOf(rows);
    }

    /** A CSV file as a grid; empty, with a finding, if it is not UTF-8. */
    public static Optional<Grid> ofCsv(String file, byte[] bytes, Findings findings) {
        return SourceText.decode(file, bytes, findings)
                .map(text -> CsvReader.read(file, text, findings))
                .map(records -> new Grid(
                        file, records.stream().map(record -> row(file, record)).toList()));
    }

    private static GridRow row(String file, TableLine record) {
        return new GridRow(
                record.line(),
                record.fields().stream()
                        .map(field -> new GridCell(field.value(), field.place(file, 0)))
                        .toList());
    }
}
