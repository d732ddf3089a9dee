package io.stellwerk.rules.space;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.index.FactSlots;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What is to be known of calls that differ in one thing, and where in the answers each test finds its own. */
final class Aspects {

    private final Tests tests;
    private final List<JointDimension.Aspect> all = new ArrayList<>();
    private final Map<String, Integer> single = new HashMap<>();
    private final Map<String, FactSlots> slots = new HashMap<>();
    private final Map<String, Map<Cell, Integer>> ofSets = new HashMap<>();
    private final Map<TextTest, Integer> ofTexts = new HashMap<>();
    private final Map<Condition, Integer> ofWindows = new HashMap<>();

    Aspects(Tests tests) {
        this.tests = tests;
    }

    List<JointDimension.Aspect> all() {
        return all;
    }

    int add(JointDimension.Aspect aspect) {
        all.add(aspect);
        return all.size() - 1;
    }

    void addFact(FactField fact) {
        if (!tests.asksFor(fact.name())) {
            return;
        }
        FactSlots divided = FactSlots.of(fact, tests.cells(fact.name()));
        slots.put(fact.name(), divided);
        single.put(fact.name(), add(facts -> divided.slot(fact.value().apply(facts))));
    }

    /** The tests of a text that cells cannot say. */
    void addTextTests(String fact) {
        tests.textTests(fact)
                .forEach(test -> ofTexts.put(
                        test, add(facts -> test.passes(test.fact().value().apply(facts)) ? 1 : 0)));
    }

    /** Each cell of a set for itself. */
    void addSet(FactField fact) {
        Map<Cell, Integer> cells = new HashMap<>();
        for (Cell cell : tests.cells(fact.name())) {
            cells.put(
                    cell, add(facts -> passes(cell, (Collection<?>) fact.value().apply(facts)) ? 1 : 0));
        }
        if (!cells.isEmpty()) {
            ofSets.put(fact.name(), cells);
        }
    }

    void addWindows() {
        tests.windows()
                .forEach(window -> ofWindows.put(
                        window, add(facts -> window.countsAt(facts.call().at()) ? 1 : 0)));
    }

    private static boolean passes(Cell cell, Collection<?> texts) {
        boolean holds = cell.terms().stream()
                .anyMatch(term -> term instanceof Term.Is is ? texts.contains(is.value()) : texts.isEmpty());
        return cell.any() || cell.negated() != holds;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The slots of a fact of which one value is known at a time. */
    FactSlots slots(String fact) {
        return Objects.requireNonNull(slots.get(fact));
    }

    int of(String fact) {
        return Objects.requireNonNull(single.get(fact));
    }

    /** For each fact how its cells are found in a dimension. */
    Map<String, Function<Cell, SlotSet>> sides(JointDimension dimension) {
        Map<String, Function<Cell, SlotSet>> sides = new HashMap<>();
        single.forEach((fact, aspect) -> sides.put(fact, cell -> {
            SlotSet passing = SlotSet.of(slots(fact).ranges(cell));
            return dimension.where(aspect, answer -> passing.meets(SlotSet.one(answer)));
        }));
        ofSets.forEach((fact, cells) -> sides.put(
                fact, cell -> dimension.where(Objects.requireNonNull(cells.get(cell)), answer -> answer == 1)));
        return sides;
    }

    Map<TextTest, SlotSet> textSides(JointDimension dimension) {
        Map<TextTest, SlotSet> sides = new HashMap<>();
        ofTexts.forEach((test, aspect) -> sides.put(test, dimension.where(aspect, answer -> answer == 1)));
        return sides;
    }

    Map<Condition, SlotSet> windowSides(JointDimension dimension) {
        Map<Condition, SlotSet> sides = new HashMap<>();
        ofWindows.forEach((window, aspect) -> sides.put(window, dimension.where(aspect, answer -> answer == 1)));
        return sides;
    }
}
