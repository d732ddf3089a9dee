package io.stellwerk.rules.lower;

import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.rules.index.Matching;
import io.stellwerk.rules.index.UsedFacts;
import io.stellwerk.rules.table.DecisionTable;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;

/** A table of which the first row decides whose plan exists. */
final class DecidingTable extends LoweredTable {

    DecidingTable(DecisionTable table, UsedFacts facts) {
        super(table, facts);
    }

    /** It runs when all is derived. */
    @Override
    public boolean chains() {
        return false;
    }

    @Override
    public @Nullable Hit hit(Evaluation evaluation) {
        Matching matching = match(evaluation);
        if (evaluation.decided()) {
            noteOthers(evaluation, matching);
            return null;
        }
        int explained = 0;
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            noteRefusals(evaluation, matching, explained, rank);
            Ruling ruling = row(rank).ruling(evaluation);
            if (ruling != null) {
                return new Deciding(evaluation, row(rank), ruling, matching);
            }
            explained = rank + 1;
        }
        noteRefusals(evaluation, matching, explained, size());
        return null;
    }

    private void noteRefusals(Evaluation evaluation, Matching matching, int from, int until) {
        if (!evaluation.explained()) {
            return;
        }
        for (int rank = from; rank < until; rank++) {
            Matching.Refusal refusal = matching.refusal(rank);
            evaluation.note(
                    new TraceEvent.NotMatched(row(rank).id(), refusal.fact(), refusal.cell(), refusal.actual()));
        }
    }

    private void noteOthers(Evaluation evaluation, Matching matching) {
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            evaluation.note(new TraceEvent.AlsoMatched(row(rank).id()));
        }
    }

    /** The row that decides. */
    private final class Deciding implements Hit {

        private final Evaluation evaluation;
        private final LoweredRow row;
        private final Ruling ruling;
        private final Matching others;

        Deciding(Evaluation evaluation, LoweredRow row, Ruling ruling, Matching others) {
            this.evaluation = evaluation;
            this.row = row;
            this.ruling = ruling;
            this.others = others;
        }

        @Override
        public void fire(Drools session) {
            evaluation.decide(ruling, row);
            if (evaluation.explained()) {
                noteOthers(evaluation, others);
            } else {
                session.halt();
            }
        }
    }
}
