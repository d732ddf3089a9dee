package io.stellwerk.rules.index;

import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An immutable index over a decision table. Its rows are those that are switched on, in the order in which they count by
 * the table's hit policy; a row's place in it is its rank, from 0. Any thread.
 */
public final class TableIndex {

    private final List<Row> rows;
    private final List<Condition> conditions;
    private final Column[] columns;
    /** The condition that a column stands for; a condition that no cell makes use of has no column. */
    private final int[] conditionOf;
    /** The columns as they are looked into: those first that leave the fewest rows over. */
    private final int[] lookOrder;

    private TableIndex(List<Row> rows, List<Condition> conditions, Column[] columns, int[] conditionOf) {
        this.rows = rows;
        this.conditions = conditions;
        this.columns = columns;
        this.conditionOf = conditionOf;
        this.lookOrder = IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> columns[column].openness()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public static TableIndex of(DecisionTable table, UsedFacts facts) {
        List<Row> rows = ranked(table);
        List<Column> columns = new ArrayList<>();
        List<Integer> conditionOf = new ArrayList<>();
        for (int i = 0; i < table.conditions().size(); i++) {
            int condition = i;
            List<Cell> cells =
                    rows.stream().map(row -> row.cells().get(condition)).toList();
            if (!cells.stream().allMatch(Cell::any)) {
                Condition tested = table.conditions().get(i);
                columns.add(Column.of(facts.number(tested.fact()), tested.fact().type(), cells));
                conditionOf.add(i);
            }
        }
        return new TableIndex(
                rows,
                table.conditions(),
                columns.toArray(Column[]::new),
                conditionOf.stream().mapToInt(Integer::intValue).toArray());
    }

    /** By rank. */
    public List<Row> rows() {
        return rows;
    }

    /** The rows that match these values, to be drawn one after the other. */
    public Matching match(FactValues values) {
        return new Matching(this, values);
    }

    int columns() {
        return columns.length;
    }

    /** The column that is looked into as the so-manyth, from 0. */
    int lookedInto(int position) {
        return lookOrder[position];
    }

    Column column(int number) {
        return columns[number];
    }

    String factOf(int column) {
        return conditions.get(conditionOf[column]).fact().name();
    }

    Cell cell(int rank, int column) {
        return rows.get(rank).cells().get(conditionOf[column]);
    }

    private static List<Row> ranked(DecisionTable table) {
        List<Row> rows = new ArrayList<>(table.rows());
        rows.removeIf(row -> !row.enabled());
        if (table.hitPolicy() == HitPolicy.PRIORITY) {
            rows.sort(Comparator.comparingInt(Row::priority).reversed());
        }
        return List.copyOf(rows);
    }
}
