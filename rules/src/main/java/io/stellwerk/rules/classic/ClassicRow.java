package io.stellwerk.rules.classic;

import java.util.Map;

/**
 * A row of a classic table.
 *
 * @param number in its file, from 1
 * @param cells those that are not empty
 */
record ClassicRow(int number, String id, String comment, Map<ClassicColumn, String> cells) {

    ClassicRow {
        cells = Map.copyOf(cells);
    }

    String text(ClassicColumn column) {
        return cells.getOrDefault(column, "");
    }
}
