package io.stellwerk.rules.table;

import java.util.List;

/**
 * A decision table.
 *
 * @param file its file's name within the rule set: {@code rules/offers.csv}
 * @param salience tables and rules of a higher one come first; equals come in the order of their files
 */
public record DecisionTable(
        String file,
        String name,
        Phase phase,
        HitPolicy hitPolicy,
        int salience,
        List<Condition> conditions,
        List<Row> rows) {

    public DecisionTable {
        conditions = List.copyOf(conditions);
        rows = List.copyOf(rows);
    }

    /** The same table with other rows. */
    public DecisionTable withRows(List<Row> newRows) {
        return new DecisionTable(file, name, phase, hitPolicy, salience, conditions, newRows);
    }
}
