package io.stellwerk.rules.lower;

import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.formula.NormalForm;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a table or rule has to do with segments, counting rows that are switched on.
 *
 * @param derives those that it may add
 * @param needs those whose presence may let it match
 * @param forbids those whose presence may keep it from matching
 * @param awaits those that must all have been derived, as far as they ever will, before it is asked; among them {@code
 *     forbids}
 */
record SegmentUse(Set<String> derives, Set<String> needs, Set<String> forbids, Set<String> awaits) {

    /** Stands among {@code needs}, {@code forbids} and {@code awaits} for any segment whatever: {@code not(none)}. */
    static final String ANY = "";

    static SegmentUse of(Part part) {
        return part instanceof Part.OfTable table ? of(table.table()) : of(((Part.OfRule) part).rule());
    }

    /** The first row that matches may count, so a table waits for everything that it tests. */
    private static SegmentUse of(DecisionTable table) {
        SegmentUse use = none();
        for (Row row : table.rows()) {
            if (row.enabled()) {
                use.derives.addAll(row.action().segments());
                for (int i = 0; i < row.cells().size(); i++) {
                    use.add(table.conditions().get(i).fact(), row.cells().get(i));
                }
            }
        }
        use.awaits.addAll(use.tests());
        return use;
    }

    private static SegmentUse of(DrlRule rule) {
        SegmentUse use = none();
        use.derives.addAll(rule.action().segments());
        use.add(NormalForm.of(rule.when()), false);
        use.awaits.addAll(use.forbids);
        return use;
    }

    private static SegmentUse none() {
        return new SegmentUse(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    private void add(Formula formula, boolean negated) {
        if (formula instanceof Formula.All all) {
            all.parts().forEach(part -> add(part, negated));
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(part -> add(part, negated));
        } else if (formula instanceof Formula.Not not) {
            add(not.formula(), !negated);
        } else if (formula instanceof Formula.Test test) {
            add(test.fact(), test.cell());
        } else if (formula instanceof Formula.Has has && isSegment(has.set())) {
            (negated ? forbids : needs).add(ANY);
        }
    }

    private void add(FactField fact, Cell cell) {
        if (isSegment(fact)) {
            for (Term term : cell.terms()) {
                boolean absence = term instanceof Term.NoValue;
                Set<String> into = absence == cell.negated() ? needs : forbids;
                into.add(term instanceof Term.Is is ? (String) is.value() : ANY);
            }
        }
    }

    private static boolean isSegment(FactField fact) {
        return fact.name().equals(FactDictionary.SEGMENT);
    }

    /** Whatever can change its matching. */
    Set<String> tests() {
        Set<String> tests = new HashSet<>(needs);
        tests.addAll(forbids);
        return tests;
    }

    /** What several have to do with segments together. */
    static SegmentUse of(List<SegmentUse> uses) {
        SegmentUse together = none();
        for (SegmentUse use : uses) {
            together.derives.addAll(use.derives);
            together.needs.addAll(use.needs);
            together.forbids.addAll(use.forbids);
            together.awaits.addAll(use.awaits);
        }
        return together;
    }

    /** Whether what the other adds can change what this one matches. */
    boolean dependsOn(SegmentUse other) {
        Set<String> tests = tests();
        return (tests.contains(ANY) && !other.derives.isEmpty())
                || other.derives.stream().anyMatch(tests::contains);
    }
}
