package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.TableSheet;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file of decision tables.
 *
 * @param sheets the tables as far as they could be read: of CSV and JSON one at most, of a workbook one a sheet
 * @param findings of this file alone, by line
 */
public record TableReading(List<TableSheet> sheets, List<Finding> findings) {

    public TableReading {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }

    public List<DecisionTable> tables() {
        return sheets.stream().map(TableSheet::table).toList();
    }

    /** The first table; empty if there is none. */
    public Optional<DecisionTable> table() {
        return sheets.stream().map(TableSheet::table).findFirst();
    }
}
