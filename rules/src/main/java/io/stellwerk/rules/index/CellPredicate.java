package io.stellwerk.rules.index;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.Collection;
import java.util.List;

/** One cell, asked of one fact: by the same slots as a column's. */
final class CellPredicate implements FactPredicate {

    private final int fact;
    private final Axis axis;
    /** By slot, and behind the axis' slots for no value. */
    private final boolean[] passed;

    private CellPredicate(int fact, Axis axis, boolean[] passed) {
        this.fact = fact;
        this.axis = axis;
        this.passed = passed;
    }

    static FactPredicate of(Formula.Test test, UsedFacts facts) {
        int fact = facts.number(test.fact());
        return test.fact().type() == FactType.TEXT_SET && !test.cell().any()
                ? new OfSet(fact, test.cell())
                : new CellPredicate(fact, test.fact(), test.cell());
    }

    private CellPredicate(int fact, FactField field, Cell cell) {
        this(fact, Column.axis(field.type(), List.of(cell)), field.type(), cell);
    }

    private CellPredicate(int fact, Axis axis, FactType type, Cell cell) {
        this(fact, axis, passed(axis, type, cell));
    }

    private static boolean[] passed(Axis axis, FactType type, Cell cell) {
        boolean[] passed = new boolean[axis.slots() + 1];
        Column.toggle(cell, type, axis, from -> {
            for (int slot = from; slot < passed.length; slot++) {
                passed[slot] = !passed[slot];
            }
        });
        return passed;
    }

    @Override
    public boolean holds(FactValues values) {
        return passed[values.value(fact) == null ? axis.slots() : axis.slot(values, fact)];
    }

    /** For facts that are sets: a term holds if the set has its text. */
    private static final class OfSet implements FactPredicate {

        private final int fact;
        private final boolean negated;
        private final boolean namesEmpty;
        private final String[] texts;

        OfSet(int fact, Cell cell) {
            this.fact = fact;
            this.negated = cell.negated();
            this.namesEmpty = cell.terms().stream().anyMatch(Term.NoValue.class::isInstance);
            this.texts = cell.terms().stream()
                    .filter(Term.Is.class::isInstance)
                    .map(term -> (String) ((Term.Is) term).value())
                    .toArray(String[]::new);
        }

        @Override
        public boolean holds(FactValues values) {
            return negated != isNamed((Collection<?>) values.value(fact));
        }

        private boolean isNamed(@org.jspecify.annotations.Nullable Collection<?> set) {
            if (set == null || set.isEmpty()) {
                return namesEmpty;
            }
            for (String text : texts) {
                if (set.contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
