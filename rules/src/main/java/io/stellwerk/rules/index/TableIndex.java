package io.stellwerk.rules.index;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An immutable index over rows of cells, such as those of a decision table. Any thread. */
public final class TableIndex implements RowIndex {

    private final List<List<Cell>> rows;
    private final List<FactField> conditions;
    private final Column[] columns;
    /** The condition that a column stands for; a condition that no cell makes use of has no column. */
    private final int[] conditionOf;
    /** The columns as they are looked into: those first that leave the fewest rows over. */
    private final int[] lookOrder;

    private TableIndex(List<List<Cell>> rows, List<FactField> conditions, Column[] columns, int[] conditionOf) {
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

    /** Ranks are those of {@link #ranked}. */
    public static TableIndex of(DecisionTable table, UsedFacts facts) {
        return of(
                table.conditions().stream().map(Condition::fact).toList(),
                ranked(table).stream().map(Row::cells).toList(),
                facts);
    }

    /**
     * @param conditions the facts that are tested, a column each
     * @param rows by rank, with a cell for each condition
     */
    static TableIndex of(List<FactField> conditions, List<List<Cell>> rows, UsedFacts facts) {
        List<Column> columns = new ArrayList<>();
        List<Integer> conditionOf = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            int condition = i;
            List<Cell> cells = rows.stream().map(row -> row.get(condition)).toList();
            if (!cells.stream().allMatch(Cell::any)) {
                FactField tested = conditions.get(i);
                columns.add(Column.of(facts.number(tested), tested.type(), cells));
                conditionOf.add(i);
            }
        }
        return new TableIndex(
                rows,
                conditions,
                columns.toArray(Column[]::new),
                conditionOf.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A table's rows that are switched on, in the order in which they count by its hit policy. */
    public static List<Row> ranked(DecisionTable table) {
        List<Row> rows = new ArrayList<>(table.rows());
        rows.removeIf(row -> !row.enabled());
        if (table.hitPolicy() == HitPolicy.PRIORITY) {
            rows.sort(Comparator.comparingInt(Row::priority).reversed());
        }
        return List.copyOf(rows);
    }

    @Override
    public Matching match(FactValues values) {
        return new TableMatching(this, values);
    }

    int size() {
        return rows.size();
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
        return conditions.get(conditionOf[column]).name();
    }

    Cell cell(int rank, int column) {
        return rows.get(rank).get(conditionOf[column]);
    }
}
