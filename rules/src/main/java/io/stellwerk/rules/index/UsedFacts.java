package io.stellwerk.rules.index;

import io.stellwerk.engine.fact.Facts;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The facts that the tables and rules of one rule set test, numbered from 0, so that a call's values fit into an array. */
public final class UsedFacts {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final FactField[] fields;

    private UsedFacts(Stream<FactField> tested) {
        List<FactField> found = new ArrayList<>();
        tested.forEach(fact -> {
            if (numbers.putIfAbsent(fact.name(), found.size()) == null) {
                found.add(fact);
            }
        });
        fields = found.toArray(FactField[]::new);
    }

    public static UsedFacts of(List<DecisionTable> tables, List<Formula> formulas) {
        return new UsedFacts(Stream.concat(
                tables.stream().flatMap(table -> table.conditions().stream()).map(Condition::fact),
                formulas.stream().flatMap(Formula::facts)));
    }

    /** @param segments those derived so far; read anew each time, so that it may grow meanwhile */
    public FactValues of(Facts facts, Set<String> segments) {
        return new FactValues(fields, facts, segments);
    }

    int number(FactField fact) {
        Integer number = numbers.get(fact.name());
        if (number == null) {
            throw new IllegalArgumentException("Neither table nor rule of the rule set tests " + fact.name());
        }
        return number;
    }
}
