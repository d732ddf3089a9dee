package io.stellwerk.rules.lower;

import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.rules.index.Matching;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;

/** Rows, or DRL rules that follow each other by precedence, of which the first decides whose plan exists. */
final class DecidingTable {

    private final LoweredRows rows;

    DecidingTable(LoweredRows rows) {
        this.rows = rows;
    }

    String name() {
        return rows.name();
    }

    /** The row that decides; null if none does, or if the call is decided already. */
    @Nullable Hit hit(Evaluation evaluation) {
        Matching matching = rows.match(evaluation);
        if (evaluation.decided()) {
            noteOthers(evaluation, matching);
            return null;
        }
        int explained = 0;
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            noteRefusals(evaluation, matching, explained, rank);
            Ruling ruling = rows.row(rank).ruling(evaluation);
            if (ruling != null) {
                return new Deciding(evaluation, rows.row(rank), ruling, matching);
            }
            explained = rank + 1;
        }
        noteRefusals(evaluation, matching, explained, rows.size());
        return null;
    }

    private void noteRefusals(Evaluation evaluation, Matching matching, int from, int until) {
        if (!evaluation.explained()) {
            return;
        }
        for (int rank = from; rank < until; rank++) {
            Matching.Refusal refusal = matching.refusal(rank);
            evaluation.note(new TraceEvent.NotMatched(
                    rows.row(rank).id(), refusal.fact(), refusal.condition(), refusal.actual()));
        }
    }

    private void noteOthers(Evaluation evaluation, Matching matching) {
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            evaluation.note(new TraceEvent.AlsoMatched(rows.row(rank).id()));
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
