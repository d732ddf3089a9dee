package io.stellwerk.rules.lower;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.util.HashSet;
import java.util.Set;

/**
 * What a table has to do with segments, counting the rows that are switched on.
 *
 * @param derives those that it may add
 * @param needs those whose presence lets a row match
 * @param forbids those whose presence keeps a row from matching
 * @param needsAny whether the presence of any segment whatever lets a row match: {@code not(none)}
 * @param forbidsAny whether the presence of any segment keeps a row from matching: {@code none}
 */
record SegmentUse(Set<String> derives, Set<String> needs, Set<String> forbids, boolean needsAny, boolean forbidsAny) {

    static SegmentUse of(DecisionTable table) {
        Set<String> derives = new HashSet<>();
        Set<String> needs = new HashSet<>();
        Set<String> forbids = new HashSet<>();
        boolean needsAny = false;
        boolean forbidsAny = false;
        for (Row row : table.rows()) {
            if (!row.enabled()) {
                continue;
            }
            derives.addAll(row.action().segments());
            for (int i = 0; i < row.cells().size(); i++) {
                if (table.conditions().get(i).fact().name().equals(FactDictionary.SEGMENT)) {
                    Cell cell = row.cells().get(i);
                    boolean absence = cell.terms().contains(new Term.NoValue());
                    needsAny |= absence && cell.negated();
                    forbidsAny |= absence && !cell.negated();
                    addNamed(cell, cell.negated() ? forbids : needs);
                }
            }
        }
        return new SegmentUse(derives, needs, forbids, needsAny, forbidsAny);
    }

    boolean tests() {
        return needsAny || forbidsAny || !needs.isEmpty() || !forbids.isEmpty();
    }

    /** Whether what the other table adds can change which rows of this one match. */
    boolean dependsOn(SegmentUse other) {
        boolean onAny = (needsAny || forbidsAny) && !other.derives.isEmpty();
        return onAny || meet(needs, other.derives) || isForbiddenBy(other);
    }

    /** Whether what the other table adds can keep a row of this one from matching. */
    boolean isForbiddenBy(SegmentUse other) {
        return (forbidsAny && !other.derives.isEmpty()) || meet(forbids, other.derives);
    }

    private static boolean meet(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static void addNamed(Cell cell, Set<String> into) {
        for (Term term : cell.terms()) {
            if (term instanceof Term.Is is) {
                into.add((String) is.value());
            }
        }
    }
}
