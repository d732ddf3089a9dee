package io.stellwerk.rules.lower;

import io.stellwerk.rules.index.Matching;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;

/**
 * DRL rules that derive and follow each other. They fire one by one: always the first by precedence that matches and has
 * something new to say, so that a rule sees what those before it have derived, as on Drools' agenda.
 */
final class DerivingRules implements HitSource {

    private final LoweredRows rules;
    private final Chaining chaining;

    DerivingRules(LoweredRows rules, Chaining chaining) {
        this.rules = rules;
        this.chaining = chaining;
    }

    @Override
    public String name() {
        return rules.name();
    }

    /** One that wakes others gives way to them, and must be asked again for what it has left. */
    @Override
    public boolean chains() {
        return chaining.again() || chaining.wakes();
    }

    @Override
    public void noteRefusals(Evaluation evaluation) {
        rules.noteRefusals(evaluation);
    }

    @Override
    public @Nullable Hit hit(Evaluation evaluation) {
        Matching matching = rules.match(evaluation);
        int first = nextToFire(matching, evaluation);
        return first < 0 ? null : new Firing(evaluation, matching, first);
    }

    private int nextToFire(Matching matching, Evaluation evaluation) {
        int rank = matching.next();
        while (rank >= 0 && !evaluation.mayDerive(rules.row(rank))) {
            rank = matching.next();
        }
        return rank;
    }

    /** Goes on until a rule derives what may let one before it match: then Drools asks all of them again. */
    private final class Firing implements Hit {

        private final Evaluation evaluation;
        private final Matching matching;
        private final int first;

        Firing(Evaluation evaluation, Matching matching, int first) {
            this.evaluation = evaluation;
            this.matching = matching;
            this.first = first;
        }

        @Override
        public void fire(Drools session) {
            for (int rank = first; rank >= 0 && evaluation.maySpend(); rank = nextToFire(matching, evaluation)) {
                if (evaluation.derive(rules.row(rank)) && chaining.wakes()) {
                    evaluation.segmentsGrew(session);
                    return;
                }
            }
        }
    }
}
