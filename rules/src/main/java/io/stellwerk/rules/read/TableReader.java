package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.table.DecisionTable;
import java.util.Optional;
import java.util.Set;

/** Reads a single decision table, outside of its rule set. Any thread. */
public final class TableReader {

    private TableReader() {}

    /** @param file its name: CSV, or canonical JSON if it ends so */
    public static TableReading read(String file, byte[] bytes, FactDictionary dictionary) {
        Findings findings = new Findings();
        Optional<DecisionTable> table = read(file, bytes, new TableScope(dictionary, Set.of(), true, findings));
        return new TableReading(table, findings.sorted());
    }

    static Optional<DecisionTable> read(String file, byte[] bytes, TableScope scope) {
        return file.endsWith(".json")
                ? JsonTableReader.read(file, bytes, scope)
                : CsvTableReader.read(file, bytes, scope);
    }
}
