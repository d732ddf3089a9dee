package io.stellwerk.rules.table;

import java.util.Map;

/**
 * A table as it stands in a workbook.
 *
 * @param widths of columns by their heading in small letters, in characters, where somebody set them
 */
public record TableSheet(DecisionTable table, Map<String, Double> widths) {

    public TableSheet {
        widths = Map.copyOf(widths);
    }

    public TableSheet(DecisionTable table) {
        this(table, Map.of());
    }
}
