package io.stellwerk.rules.check;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.formula.Formula;
import java.util.stream.Stream;

/** What formulas ask for, wherever in them. */
final class Asked {

    private Asked() {}

    static Stream<Formula.Test> tests(Formula formula) {
        if (formula instanceof Formula.All all) {
            return all.parts().stream().flatMap(Asked::tests);
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().flatMap(Asked::tests);
        } else if (formula instanceof Formula.Not not) {
            return tests(not.formula());
        }
        return formula instanceof Formula.Test test ? Stream.of(test) : Stream.empty();
    }

    static boolean segments(Formula formula) {
        return formula.facts().anyMatch(fact -> fact.name().equals(FactDictionary.SEGMENT));
    }
}
