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
            noteOthers(evaluation, matching, 0);
            return null;
        }
        int explained = 0;
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            rows.noteRefusals(evaluation, matching, explained, rank);
            Ruling ruling = rows.row(rank).ruling(evaluation);
            if (ruling != null) {
                return new Deciding(evaluation, rank, ruling, matching);
            }
            explained = rank + 1;
        }
        rows.noteRefusals(evaluation, matching, explained, rows.size());
        return null;
    }

    /** @param from the rank of the first row that nothing has been said of */
    private void noteOthers(Evaluation evaluation, Matching matching, int from) {
        int explained = from;
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            rows.noteRefusals(evaluation, matching, explained, rank);
            evaluation.note(new TraceEvent.AlsoMatched(rows.row(rank).id()));
            explained = rank + 1;
        }
        rows.noteRefusals(evaluation, matching, explained, rows.size());
    }

    /** The row that decides. */
    private final class Deciding implements Hit {

        private final Evaluation evaluation;
        private final int rank;
        private final Ruling ruling;
        private final Matching others;

        Deciding(Evaluation evaluation, int rank, Ruling ruling, Matching others) {
            this.evaluation = evaluation;
            this.rank = rank;
            this.ruling = ruling;
            this.others = others;
        }

        @Override
        public void fire(Drools session) {
            evaluation.decide(ruling, rows.row(rank));
            if (evaluation.explained()) {
                noteOthers(evaluation, others, rank + 1);
            } else {
                session.halt();
            }
        }
    }
}
