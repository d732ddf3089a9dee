package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.TableSheet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file of decision tables, outside of its rule set. Any thread. */
public final class TableReader {

    private TableReader() {}

    /** @param file its name: a workbook if it ends in {@code .xlsx}, canonical JSON if in {@code .json}, else CSV */
    public static TableReading read(String file, byte[] bytes, FactDictionary dictionary) {
        Findings findings = new Findings();
        List<TableSheet> sheets = read(file, bytes, new TableScope(dictionary, Set.of(), true, findings));
        return new TableReading(sheets, findings.sorted());
    }

    /**
     * Reads a table that was translated into our layout: settings, heading and rows, each row as wide as the heading.
     *
     * @param file what the table is called
     */
    public static Optional<DecisionTable> readTranslated(
            String file, List<List<PlacedText>> lines, FactDictionary dictionary, Findings findings) {
        return new LineTableReader(file, new TableScope(dictionary, Set.of(), true, findings))
                .table(new TranslatedLines(lines));
    }

    /** In the order in which they count. */
    static List<TableSheet> read(String file, byte[] bytes, TableScope scope) {
        if (file.endsWith(".xlsx")) {
            return WorkbookTableReader.read(file, bytes, scope);
        }
        return (file.endsWith(".json")
                        ? JsonTableReader.read(file, bytes, scope)
                        : CsvTableReader.read(file, bytes, scope))
                .map(TableSheet::new).stream().toList();
    }
}
