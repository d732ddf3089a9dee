package io.stellwerk.rules.write;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.RejectWord;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes decision tables as canonical JSON: equal tables are written equal, whatever they were read from.
 *
 * <p>Each row has a line of its own, so that versions compare well. What is written here the table's reader reads back
 * unchanged, cells in their canonical spelling.
 */
public final class JsonTableWriter {

    private JsonTableWriter() {}

    public static String write(DecisionTable table) {
        StringBuilder json = new StringBuilder("{\n");
        json.append("  \"table\": ").append(quoted(table.name())).append(",\n");
        json.append("  \"phase\": ")
                .append(quoted(FactDictionary.code(table.phase())))
                .append(",\n");
        json.append("  \"hitPolicy\": ")
                .append(quoted(table.hitPolicy().name()))
                .append(",\n");
        json.append("  \"salience\": ").append(table.salience()).append(",\n");
        json.append("  \"conditions\": ")
                .append(lines(table.conditions().stream()
                        .map(JsonTableWriter::condition)
                        .toList()))
                .append(",\n");
        List<CellWriter> columns =
                table.conditions().stream().map(CellWriter::new).toList();
        json.append("  \"rows\": ")
                .append(lines(table.rows().stream()
                        .map(row -> row(row, columns, table.hitPolicy()))
                        .toList()));
        return json.append("\n}\n").toString();
    }

    private static String lines(List<String> items) {
        return items.isEmpty() ? "[]" : items.stream().collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String condition(Condition condition) {
        return "{\"fact\": " + quoted(condition.fact().name()) + ", \"operator\": "
                + quoted(FactDictionary.code(condition.operator())) + "}";
    }

    private static String row(Row row, List<CellWriter> columns, HitPolicy policy) {
        List<String> keys = new ArrayList<>();
        keys.add("\"id\": " + quoted(row.id()));
        if (!row.enabled()) {
            keys.add("\"enabled\": false");
        }
        if (policy == HitPolicy.PRIORITY) {
            keys.add("\"priority\": " + row.priority());
        }
        keys.add("\"when\": " + cells(row.cells(), columns));
        row.action().plan().ifPresent(plan -> keys.add("\"plan\": " + quoted(plan.text())));
        row.action().reject().ifPresent(cause -> keys.add("\"reject\": " + quoted(RejectWord.text(cause))));
        addNames("announcements", row.action().announcements(), keys);
        addNames("segments", row.action().segments(), keys);
        if (!row.comment().isEmpty()) {
            keys.add("\"comment\": " + quoted(row.comment()));
        }
        return "{" + String.join(", ", keys) + "}";
    }

    private static String cells(List<Cell> cells, List<CellWriter> columns) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            written.add(columns.get(i).write(cells.get(i)));
        }
        return texts(written);
    }

    private static void addNames(String key, List<String> names, List<String> keys) {
        if (!names.isEmpty()) {
            keys.add(quoted(key) + ": " + texts(names));
        }
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(JsonTableWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
