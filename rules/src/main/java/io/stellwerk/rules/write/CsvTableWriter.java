package io.stellwerk.rules.write;

import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.write.TableLayout.Column;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes decision tables as CSV with semicolons (RFC 4180), cells as their author wrote them. The table's reader reads
 * back what is written here unchanged; comments of a file between its rows belong to no row and are not kept.
 */
public final class CsvTableWriter {

    private CsvTableWriter() {}

    public static String write(DecisionTable table) {
        TableLayout layout = new TableLayout(table);
        List<Column> columns = layout.columns();
        StringBuilder csv = new StringBuilder();
        layout.settings().forEach(setting -> csv.append(line(List.of(setting.name(), setting.value()))));
        csv.append(line(columns.stream().map(Column::heading).toList()));
        for (Row row : table.rows()) {
            csv.append(line(
                    columns.stream().map(column -> column.text().apply(row)).toList()));
        }
        return csv.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream().map(CsvTableWriter::field).collect(Collectors.joining(";", "", "\n"));
    }

    private static String field(String text) {
        boolean special = text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
