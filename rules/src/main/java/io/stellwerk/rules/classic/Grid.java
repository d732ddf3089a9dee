package io.stellwerk.rules.classic;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.sheet.CellRange;
import io.stellwerk.rules.sheet.Sheet;
import io.stellwerk.rules.sheet.SheetRow;
import io.stellwerk.rules.sheet.SheetValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A sheet as texts by row and column, both from 1, joined cells filled, as Drools reads it. */
final class Grid {

    private static final int MOST_JOINED = 100_000;

    private final String file;
    private final Map<Integer, SheetRow> rows = new HashMap<>();
    private final int lastRow;
    private final Map<Long, CellRange> joined = new HashMap<>();

    Grid(String file, Sheet sheet, Findings findings) {
        this.file = file;
        this.lastRow = sheet.rows().stream().mapToInt(SheetRow::number).max().orElse(0);
        sheet.merged().forEach(range -> join(range, findings));
        for (SheetRow row : sheet.rows()) {
            rows.put(row.number(), row);
            row.cells().stream()
                    .filter(cell -> cell.value() instanceof SheetValue.Formula)
                    .findFirst()
                    .ifPresent(cell -> findings.add(FindingCode.FORMULA.at(
                            place(row.number(), cell.column()),
                            "Formulas are not calculated.",
                            "Paste the value instead: copy the cell, then paste it special as value.")));
        }
    }

    private void join(CellRange range, Findings findings) {
        long cells = (range.lastRow() - range.firstRow() + 1L) * (range.lastColumn() - range.firstColumn() + 1L);
        if (cells < 1 || joined.size() + cells > MOST_JOINED) {
            findings.add(FindingCode.WORKBOOK_TOO_LARGE.at(
                    place(range.firstRow(), range.firstColumn()),
                    "More than " + MOST_JOINED + " cells of the sheet are joined with others.",
                    "Split them (Unmerge)."));
            return;
        }
        for (int row = range.firstRow(); row <= range.lastRow(); row++) {
            for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
                joined.put(key(row, column), range);
            }
        }
    }

    private static long key(int row, int column) {
        return ((long) row << 32) + column;
    }

    int lastRow() {
        return lastRow;
    }

    /** The last column with a cell; 0 if the row is empty. */
    int width(int row) {
        return rows.containsKey(row) ? rows.get(row).width() : 0;
    }

    /** Without blanks around it; empty if there is nothing. */
    String text(int row, int column) {
        Optional<SheetValue> value = value(row, column);
        return value.or(() -> joined(row, column).flatMap(range -> value(range.firstRow(), range.firstColumn())))
                .map(each -> text(each).strip())
                .orElse("");
    }

    private Optional<SheetValue> value(int row, int column) {
        return Optional.ofNullable(rows.get(row)).flatMap(each -> each.value(column));
    }

    /** The cells that a cell is joined with. */
    Optional<CellRange> joined(int row, int column) {
        return Optional.ofNullable(joined.get(key(row, column)));
    }

    private static String text(SheetValue value) {
        if (value instanceof SheetValue.Text text) {
            return text.text();
        } else if (value instanceof SheetValue.Numeric number) {
            return number.value().toPlainString();
        } else if (value instanceof SheetValue.Truth truth) {
            return String.valueOf(truth.value());
        } else if (value instanceof SheetValue.Day day) {
            return day.day().toString();
        } else if (value instanceof SheetValue.Clock clock) {
            return clock.time().toString();
        } else if (value instanceof SheetValue.Failure failure) {
            return failure.text();
        }
        return value instanceof SheetValue.Moment moment ? moment.moment().toString() : "";
    }

    Place place(int row, int column) {
        return Place.sheetOf(file).isPresent()
                ? Place.at(file, row, column)
                : Place.at(file, row, 0).in("", Place.letters(column));
    }

    String file() {
        return file;
    }
}
