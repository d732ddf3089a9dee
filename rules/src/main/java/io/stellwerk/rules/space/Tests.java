package io.stellwerk.rules.space;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that the conditions of a rule set ask, by what they ask it of. */
final class Tests {

    /** Passed by any value. */
    static final Cell SOME = new Cell(List.of(new Term.NoValue()), true, "not(none)");

    private final Map<String, FactField> fields = new LinkedHashMap<>();
    private final Map<String, Set<Cell>> cells = new LinkedHashMap<>();
    private final Map<String, Set<TextTest>> textTests = new LinkedHashMap<>();
    private final Set<Condition> windows = new LinkedHashSet<>();

    static Tests of(Collection<Condition> conditions) {
        Tests tests = new Tests();
        for (Condition condition : conditions) {
            tests.add(condition.formula());
            if (condition.limited()) {
                tests.windows.add(new Condition(Formula.ALWAYS, condition.from(), condition.until()));
            }
        }
        return tests;
    }

    private void add(Formula formula) {
        if (formula instanceof Formula.All all) {
            all.parts().forEach(this::add);
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(this::add);
        } else if (formula instanceof Formula.Not not) {
            add(not.formula());
        } else if (formula instanceof Formula.Test test) {
            if (!test.cell().any()) {
                field(test.fact()).add(test.cell());
            }
        } else {
            // Whatever else is asked of facts, they must have values.
            formula.facts().forEach(fact -> field(fact).add(SOME));
            TextTest.of(formula).ifPresent(test -> {
                Set<Cell> unused = field(test.fact());
                textTests
                        .computeIfAbsent(test.fact().name(), name -> new LinkedHashSet<>())
                        .add(test);
            });
        }
    }

    private Set<Cell> field(FactField fact) {
        fields.putIfAbsent(fact.name(), fact);
        return cells.computeIfAbsent(fact.name(), name -> new LinkedHashSet<>());
    }

    boolean asksFor(String fact) {
        return fields.containsKey(fact);
    }

    Collection<FactField> fields() {
        return fields.values();
    }

    Set<Cell> cells(String fact) {
        return cells.getOrDefault(fact, Set.of());
    }

    Set<TextTest> textTests(String fact) {
        return textTests.getOrDefault(fact, Set.of());
    }

    /** The times at which rules count, where they do not count always. */
    Collection<Condition> windows() {
        return windows;
    }

    /** The texts that the cells of a set ask for. */
    List<String> members(String set) {
        return cells(set).stream()
                .flatMap(cell -> cell.terms().stream())
                .filter(Term.Is.class::isInstance)
                .map(term -> (String) ((Term.Is) term).value())
                .distinct()
                .toList();
    }

    /** Whether a cell asks if a set is empty. */
    boolean asksForEmptiness(String set) {
        return cells(set).stream().anyMatch(cell -> cell.terms().contains(new Term.NoValue()));
    }
}
