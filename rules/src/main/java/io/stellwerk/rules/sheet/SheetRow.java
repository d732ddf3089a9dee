package io.stellwerk.rules.sheet;

import java.util.List;
import java.util.Optional;

/**
 * A row of a sheet.
 *
 * @param number from 1
 * @param cells those that are not empty, by column
 */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The last column with a cell; 0 if there is none. */
    public int width() {
        return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).column();
    }

    public Optional<SheetValue> value(int column) {
        int low = 0;
        int high = cells.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            SheetCell cell = cells.get(middle);
            if (cell.column() == column) {
                return Optional.of(cell.value());
            } else if (cell.column() < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
