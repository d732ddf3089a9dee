package io.stellwerk.rules.lower;

import io.stellwerk.rules.index.Matching;
import java.util.Arrays;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;

/** A table that adds segments and announcements: what it added stays, also if another row counts later on. */
final class DerivingTable implements HitSource {

    private final LoweredRows rows;
    private final boolean collects;
    private final Chaining chaining;

    /** @param collects whether all rows that match count, or only the first */
    DerivingTable(LoweredRows rows, boolean collects, Chaining chaining) {
        this.rows = rows;
        this.collects = collects;
        this.chaining = chaining;
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public boolean chains() {
        return chaining.again();
    }

    @Override
    public void noteRefusals(Evaluation evaluation) {
        rows.noteRefusals(evaluation);
    }

    @Override
    public @Nullable Hit hit(Evaluation evaluation) {
        Matching matching = rows.match(evaluation);
        int first = matching.next();
        if (first < 0) {
            return null;
        }
        int[] ranks = {first};
        return new Rows(evaluation, collects ? all(ranks, matching) : ranks);
    }

    private static int[] all(int[] begun, Matching matching) {
        int[] ranks = begun;
        int count = ranks.length;
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            if (count == ranks.length) {
                ranks = Arrays.copyOf(ranks, count * 4);
            }
            ranks[count++] = rank;
        }
        return Arrays.copyOf(ranks, count);
    }

    /** The rows that count, in their order. */
    private final class Rows implements Hit {

        private final Evaluation evaluation;
        private final int[] ranks;

        Rows(Evaluation evaluation, int[] ranks) {
            this.evaluation = evaluation;
            this.ranks = ranks;
        }

        @Override
        public void fire(Drools session) {
            boolean grown = false;
            for (int i = 0; i < ranks.length && evaluation.maySpend(); i++) {
                grown |= evaluation.derive(rows.row(ranks[i]));
            }
            if (grown && chaining.wakes()) {
                evaluation.segmentsGrew(session);
            }
        }
    }
}
