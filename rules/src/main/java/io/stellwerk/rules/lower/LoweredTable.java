package io.stellwerk.rules.lower;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.rules.index.Matching;
import io.stellwerk.rules.index.TableIndex;
import io.stellwerk.rules.index.UsedFacts;
import io.stellwerk.rules.table.DecisionTable;

/** A decision table as the source from which its rule draws its matches. Immutable, any thread. */
abstract class LoweredTable implements HitSource {

    private final DecisionTable table;
    private final TableIndex index;
    private final LoweredRow[] rows;

    LoweredTable(DecisionTable table, UsedFacts facts) {
        this.table = table;
        this.index = TableIndex.of(table, facts);
        this.rows = index.rows().stream()
                .map(row -> new LoweredRow(new RuleId(table.file(), row.id()), row.action()))
                .toArray(LoweredRow[]::new);
    }

    @Override
    public String name() {
        return table.file();
    }

    DecisionTable table() {
        return table;
    }

    /** By rank. */
    LoweredRow row(int rank) {
        return rows[rank];
    }

    int size() {
        return rows.length;
    }

    Matching match(Evaluation evaluation) {
        return index.match(evaluation.values());
    }
}
