package io.stellwerk.rules.lower;

import java.util.List;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;

/**
 * All that decides, by precedence, as one rule: the first table that has a hit decides. Each rule more in Drools is work
 * for every call (ADR 0005).
 */
final class DecidingTables implements HitSource {

    private final List<DecidingTable> tables;

    /** @param tables by precedence, at least one */
    DecidingTables(List<DecidingTable> tables) {
        this.tables = List.copyOf(tables);
    }

    @Override
    public String name() {
        String first = tables.get(0).name();
        return tables.size() == 1
                ? first
                : first + " .. " + tables.get(tables.size() - 1).name();
    }

    /** They run when all is derived. */
    @Override
    public boolean chains() {
        return false;
    }

    /** Nothing is left to be told: each table does so as it is looked into, in its turn. */
    @Override
    public void noteRefusals(Evaluation evaluation) {}

    @Override
    public @Nullable Hit hit(Evaluation evaluation) {
        return hit(evaluation, 0);
    }

    private @Nullable Hit hit(Evaluation evaluation, int from) {
        for (int i = from; i < tables.size(); i++) {
            Hit hit = i == 0 || evaluation.maySpend() ? tables.get(i).hit(evaluation) : null;
            if (hit != null) {
                return evaluation.explained() ? new WithLaterTables(evaluation, hit, i + 1) : hit;
            }
        }
        return null;
    }

    /** Explained, the tables behind the one that decided tell which of their rows would have matched too. */
    private final class WithLaterTables implements Hit {

        private final Evaluation evaluation;
        private final Hit deciding;
        private final int next;

        WithLaterTables(Evaluation evaluation, Hit deciding, int next) {
            this.evaluation = evaluation;
            this.deciding = deciding;
            this.next = next;
        }

        @Override
        public void fire(Drools session) {
            deciding.fire(session);
            Hit later = hit(evaluation, next);
            if (later != null) {
                throw new IllegalStateException("A call was decided twice, the second time by " + name());
            }
        }
    }
}
