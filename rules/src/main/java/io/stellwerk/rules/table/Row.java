package io.stellwerk.rules.table;

import java.util.List;

/**
 * A row of a decision table.
 *
 * @param id stable: survives moves and edits, unique in its table
 * @param enabled whether it takes part at all
 * @param priority for {@link HitPolicy#PRIORITY}: the highest counts; 0 elsewhere
 * @param cells one for each condition column
 * @param line where it stands in its file, from 1
 */
public record Row(String id, boolean enabled, int priority, List<Cell> cells, Action action, String comment, int line) {

    public Row {
        cells = List.copyOf(cells);
    }
}
