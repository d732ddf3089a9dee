package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.sheet.Sheet;
import io.stellwerk.rules.sheet.SheetCell;
import io.stellwerk.rules.sheet.SheetRow;
import io.stellwerk.rules.sheet.SheetValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV file as a sheet: each field a text, rows numbered as a spreadsheet would. */
public final class CsvSheet {

    private CsvSheet() {}

    /** Empty, with a finding, for anything but UTF-8. */
    public static Optional<Sheet> read(String file, byte[] bytes, Findings findings) {
        return SourceText.decode(file, bytes, findings).map(text -> {
            List<SheetRow> rows = new ArrayList<>();
            int hidden = 0;
            for (TableLine line : CsvReader.read(file, text, findings)) {
                // Lines within a cell are no rows.
                rows.add(new SheetRow(line.line() - hidden, cells(line)));
                hidden += lines(line);
            }
            return new Sheet("", false, rows, Map.of(), List.of());
        });
    }

    private static int lines(TableLine line) {
        return line.fields().stream()
                .mapToInt(field ->
                        (int) field.text().chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static List<SheetCell> cells(TableLine line) {
        List<SheetCell> cells = new ArrayList<>();
        for (int i = 0; i < line.fields().size(); i++) {
            if (!line.value(i).isEmpty()) {
                cells.add(new SheetCell(i + 1, new SheetValue.Text(line.value(i))));
            }
        }
        return cells;
    }
}
