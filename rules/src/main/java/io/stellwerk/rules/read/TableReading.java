package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.table.DecisionTable;
import java.util.List;
import java.util.Optional;

/**
 * What became of the file of a decision table.
 *
 * @param table as far as it could be read; empty if there is no table at all
 * @param findings of this file alone, by line
 */
public record TableReading(Optional<DecisionTable> table, List<Finding> findings) {

    public TableReading {
        findings = List.copyOf(findings);
    }
}
