package io.stellwerk.rules.sheet;

import java.util.List;
import java.util.Map;

/**
 * A sheet of a workbook.
 *
 * @param hidden whether its author does not see it
 * @param rows those with a cell that is not empty, in order
 * @param widths of columns by their number from 1, in characters, where the author set them
 * @param merged cells that are joined
 */
public record Sheet(
        String name, boolean hidden, List<SheetRow> rows, Map<Integer, Double> widths, List<CellRange> merged) {

    public Sheet {
        rows = List.copyOf(rows);
        widths = Map.copyOf(widths);
        merged = List.copyOf(merged);
    }
}
