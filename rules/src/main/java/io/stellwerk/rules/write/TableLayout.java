package io.stellwerk.rules.write;

import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.RejectWord;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Settings, headings and cells of a table as people lay it out, in CSV and in sheets. */
final class TableLayout {

    /** @param number whether its cells are numbers, or tests of numbers */
    record Column(String heading, boolean number, Function<Row, String> text) {}

    record Setting(String name, String value) {}

    private final DecisionTable table;

    TableLayout(DecisionTable table) {
        this.table = table;
    }

    List<Setting> settings() {
        return List.of(
                new Setting("#table", table.name()),
                new Setting("#phase", FactDictionary.code(table.phase())),
                new Setting("#hit policy", table.hitPolicy().name()),
                new Setting("#salience", String.valueOf(table.salience())));
    }

    /** Only those that a row uses, or that every table has. */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("id", false, Row::id));
        if (table.hitPolicy() == HitPolicy.PRIORITY) {
            columns.add(new Column("priority", true, row -> String.valueOf(row.priority())));
        }
        for (int i = 0; i < table.conditions().size(); i++) {
            int cell = i;
            Condition condition = table.conditions().get(i);
            columns.add(new Column(
                    heading(condition),
                    condition.fact().type() == FactType.NUMBER,
                    row -> row.cells().get(cell).text()));
        }
        boolean decides = table.phase() == Phase.DECIDE;
        addIfUsed("=> plan", TableLayout::plan, decides, columns);
        addIfUsed("=> reject", TableLayout::reject, false, columns);
        addIfUsed("=> announcement", row -> names(row.action().announcements()), false, columns);
        addIfUsed("=> segment", row -> names(row.action().segments()), !decides, columns);
        addIfUsed("enabled", row -> row.enabled() ? "" : "no", false, columns);
        addIfUsed("comment", Row::comment, false, columns);
        return columns;
    }

    private void addIfUsed(String heading, Function<Row, String> text, boolean always, List<Column> columns) {
        if (always || table.rows().stream().anyMatch(row -> !text.apply(row).isEmpty())) {
            columns.add(new Column(heading, false, text));
        }
    }

    private static String plan(Row row) {
        return row.action().plan().map(Template::text).orElse("");
    }

    private static String reject(Row row) {
        return row.action().reject().map(RejectWord::text).orElse("");
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }

    private static String heading(Condition condition) {
        String fact = condition.fact().name();
        return condition.operator() == ColumnOperator.IS
                ? fact
                : fact + " " + FactDictionary.code(condition.operator()).replace('-', ' ');
    }
}
