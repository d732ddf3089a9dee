package io.stellwerk.rules.lower;

import io.stellwerk.rules.index.Matching;
import io.stellwerk.rules.index.UsedFacts;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import java.util.Arrays;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;

/** A table that adds segments and announcements: what it added stays, also if another row counts later on. */
final class DerivingTable extends LoweredTable {

    private final boolean chains;

    DerivingTable(DecisionTable table, UsedFacts facts, boolean chains) {
        super(table, facts);
        this.chains = chains;
    }

    @Override
    public boolean chains() {
        return chains;
    }

    @Override
    public @Nullable Hit hit(Evaluation evaluation) {
        Matching matching = match(evaluation);
        int first = matching.next();
        if (first < 0) {
            return null;
        }
        int[] ranks = {first};
        return new Rows(evaluation, table().hitPolicy() == HitPolicy.COLLECT ? all(ranks, matching) : ranks);
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
                grown |= add(row(ranks[i]));
            }
            if (grown && chains) {
                evaluation.segmentsGrew(session);
            }
        }

        private boolean add(LoweredRow row) {
            boolean grown = false;
            for (String segment : row.segments()) {
                grown |= evaluation.derive(segment, row.id());
            }
            for (String announcement : row.announcements()) {
                evaluation.announce(announcement, row.id());
            }
            return grown;
        }
    }
}
