package io.stellwerk.rules.read;

import java.util.List;

/**
 * A row of a {@link Grid}.
 *
 * @param line where it begins, from 1
 * @param cells at least one; cells at the end that are empty may be missing
 */
public record GridRow(int line, List<GridCell> cells) {

    public GridRow {
        cells = List.copyOf(cells);
    }

    /** Whether it is a setting or a comment. */
    public boolean hash() {
        return cells.get(0).text().startsWith("#");
    }

    /** The text of a cell; empty if the row has so few. */
    public String text(int index) {
        return index < cells.size() ? cells.get(index).text() : "";
    }
}
