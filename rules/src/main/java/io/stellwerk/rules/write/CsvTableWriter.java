package io.stellwerk.rules.write;

import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.fact.FactDictionary;
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
import java.util.stream.Collectors;

/**
 * Writes decision tables as CSV with semicolons (RFC 4180), cells as their author wrote them. The table's reader reads
 * back what is written here unchanged; comments of a file between its rows belong to no row and are not kept.
 */
public final class CsvTableWriter {

    private record Column(String heading, Function<Row, String> text) {}

    private final DecisionTable table;

    private CsvTableWriter(DecisionTable table) {
        this.table = table;
    }

    public static String write(DecisionTable table) {
        return new CsvTableWriter(table).text();
    }

    private String text() {
        List<Column> columns = columns();
        StringBuilder csv = new StringBuilder();
        csv.append("#table;").append(field(table.name())).append('\n');
        csv.append("#phase;").append(FactDictionary.code(table.phase())).append('\n');
        csv.append("#hit policy;").append(table.hitPolicy()).append('\n');
        csv.append("#salience;").append(table.salience()).append('\n');
        csv.append(line(columns.stream().map(Column::heading).toList()));
        for (Row row : table.rows()) {
            csv.append(line(
                    columns.stream().map(column -> column.text().apply(row)).toList()));
        }
        return csv.toString();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("id", Row::id));
        if (table.hitPolicy() == HitPolicy.PRIORITY) {
            columns.add(new Column("priority", row -> String.valueOf(row.priority())));
        }
        for (int i = 0; i < table.conditions().size(); i++) {
            int cell = i;
            columns.add(new Column(
                    heading(table.conditions().get(i)),
                    row -> row.cells().get(cell).text()));
        }
        boolean decides = table.phase() == Phase.DECIDE;
        addIfUsed("=> plan", CsvTableWriter::plan, decides, columns);
        addIfUsed("=> reject", CsvTableWriter::reject, false, columns);
        addIfUsed("=> announcement", row -> names(row.action().announcements()), false, columns);
        addIfUsed("=> segment", row -> names(row.action().segments()), !decides, columns);
        addIfUsed("enabled", row -> row.enabled() ? "" : "no", false, columns);
        addIfUsed("comment", Row::comment, false, columns);
        return columns;
    }

    private void addIfUsed(String heading, Function<Row, String> text, boolean always, List<Column> columns) {
        if (always || table.rows().stream().anyMatch(row -> !text.apply(row).isEmpty())) {
            columns.add(new Column(heading, text));
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

    private static String line(List<String> fields) {
        return fields.stream().map(CsvTableWriter::field).collect(Collectors.joining(";", "", "\n"));
    }

    private static String field(String text) {
        boolean special = text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
