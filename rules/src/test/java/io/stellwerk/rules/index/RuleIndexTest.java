package io.stellwerk.rules.index;

import static io.stellwerk.rules.sample.Tables.atLeast;
import static io.stellwerk.rules.sample.Tables.cell;
import static io.stellwerk.rules.sample.Tables.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.formula.FormulaText;
import io.stellwerk.rules.formula.NormalForm;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.table.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleIndexTest {

    /** What the facts are at the moment. */
    private final Map<String, @Nullable Object> actual = new HashMap<>();

    private final PlainReading plainly = new PlainReading(fact -> actual.get(fact.name()));

    private FactField field(String name, FactType type) {
        return new FactField(name, type, List.of(), "", "", facts -> actual.get(name));
    }

    /** Two of each type, so that they can be compared. */
    private List<FactField> fields() {
        return List.of(FactType.values()).stream()
                .flatMap(type -> IntStream.range(0, 2).mapToObj(i -> field(type + "-" + i, type)))
                .toList();
    }

    private static List<Integer> matching(RuleIndex index, FactValues values) {
        List<Integer> found = new ArrayList<>();
        Matching matching = index.match(values);
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            found.add(rank);
        }
        return found;
    }

    private static RuleIndex index(List<Formula> formulas, UsedFacts facts) {
        return RuleIndex.of(
                formulas.stream()
                        .map(formula -> new RuleIndex.Rule(formula, Optional.empty(), Optional.empty()))
                        .toList(),
                facts);
    }

    @Test
    void the_index_finds_the_rules_whose_formulas_hold_read_plainly() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<FactField> fields = fields();
        int held = 0;
        for (int round = 0; round < 300; round++) {
            RandomFormulas formulas = new RandomFormulas(random, some(fields, random));
            List<Formula> rules = IntStream.range(0, 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8))
                    .mapToObj(i -> formulas.formula(random.nextInt(4)))
                    .toList();
            UsedFacts used = UsedFacts.of(List.of(), rules);
            RuleIndex index = index(rules, used);
            for (int call = 0; call < 20; call++) {
                fields.forEach(field -> actual.put(field.name(), new RandomCells(random).value(field.type())));
                FactValues values = used.of(Calls.from("+4930123456"), Set.of());
                List<Integer> expected = IntStream.range(0, rules.size())
                        .filter(rank -> plainly.holds(rules.get(rank)))
                        .boxed()
                        .toList();

                assertThat(matching(index, values))
                        .as("seed %d, round %d, facts %s", seed, round, actual)
                        .isEqualTo(expected);
                held += expected.size();
                assertThatOthersAreRefused(rules, expected, index.match(values), seed);
            }
        }
        assertThat(held).as("seed %d", seed).isGreaterThan(10_000);
    }

    private static List<FactField> some(List<FactField> fields, Random random) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(i -> fields.get(random.nextInt(fields.size())))
                .toList();
    }

    /** The condition that an explanation names must really fail. */
    private void assertThatOthersAreRefused(
            List<Formula> rules, List<Integer> matching, Matching explained, long seed) {
        for (int rank = 0; rank < rules.size(); rank++) {
            if (!matching.contains(rank)) {
                Formula failing = firstFailing(rules.get(rank));
                Matching.Refusal refusal = explained.refusal(rank);
                assertThat(refusal.condition()).as("seed %d", seed).isEqualTo(FormulaText.condition(failing));
                assertThat(refusal.fact())
                        .isEqualTo(
                                failing.facts().findFirst().map(FactField::name).orElse(""));
            }
        }
    }

    private Formula firstFailing(Formula formula) {
        if (formula instanceof Formula.All all) {
            return firstFailing(all.parts().stream()
                    .filter(part -> !plainly.holds(part))
                    .findFirst()
                    .orElseThrow());
        } else if (formula instanceof Formula.Not not && not.formula() instanceof Formula.Any any) {
            return firstFailing(new Formula.Not(
                    any.parts().stream().filter(plainly::holds).findFirst().orElseThrow()));
        } else if (formula instanceof Formula.Not not && not.formula() instanceof Formula.Not twice) {
            return firstFailing(twice.formula());
        }
        return formula;
    }

    @Test
    void alternatives_for_one_fact_and_negations_become_cells() {
        FactField text = field("text", FactType.TEXT);
        FactField number = field("number", FactType.NUMBER);
        Formula a = new Formula.Test(text, is("a"));
        Formula b = new Formula.Test(text, is("b"));
        Formula large = new Formula.Test(number, atLeast(5));
        Formula negatedB = new Formula.Test(text, cell(true, new Term.Is("b")));

        assertThat(NormalForm.conjuncts(
                        new Formula.All(List.of(new Formula.Any(List.of(a, b)), new Formula.Not(large)))))
                .allMatch(Formula.Test.class::isInstance)
                .hasSize(2);
        assertThat(NormalForm.conjuncts(new Formula.Not(new Formula.Any(List.of(a, large, b)))))
                .allMatch(Formula.Test.class::isInstance)
                .hasSize(2);
        assertThat(NormalForm.conjuncts(new Formula.Not(new Formula.All(List.of(new Formula.Not(a), negatedB)))))
                .allMatch(Formula.Test.class::isInstance)
                .hasSize(1);
        assertThat(NormalForm.of(new Formula.Any(List.of(a, large)))).isInstanceOf(Formula.Any.class);
    }

    @Test
    void a_rule_may_test_a_fact_more_often_than_there_are_columns_for() {
        FactField number = field("number", FactType.NUMBER);
        List<Formula> bounds = IntStream.range(0, 6)
                .<Formula>mapToObj(i -> new Formula.Test(number, atLeast(i)))
                .toList();
        UsedFacts used = UsedFacts.of(List.of(), bounds);
        RuleIndex index = index(List.of(new Formula.All(bounds)), used);

        actual.put("number", BigDecimal.valueOf(4));
        assertThat(matching(index, used.of(Calls.from("+4930123456"), Set.of())))
                .isEmpty();
        assertThat(index.match(used.of(Calls.from("+4930123456"), Set.of())).refusal(0))
                .extracting(Matching.Refusal::fact, Matching.Refusal::actual)
                .containsExactly("number", "4");
        actual.put("number", BigDecimal.valueOf(5));
        assertThat(matching(index, used.of(Calls.from("+4930123456"), Set.of())))
                .containsExactly(0);
    }

    @Test
    void a_rule_counts_from_its_first_instant_until_before_its_last() {
        Instant now = Calls.WEDNESDAY_MORNING;
        List<RuleIndex.Rule> rules = List.of(
                new RuleIndex.Rule(Formula.ALWAYS, Optional.of(now), Optional.empty()),
                new RuleIndex.Rule(Formula.ALWAYS, Optional.of(now.plusNanos(1)), Optional.empty()),
                new RuleIndex.Rule(Formula.ALWAYS, Optional.empty(), Optional.of(now)),
                new RuleIndex.Rule(Formula.ALWAYS, Optional.empty(), Optional.of(now.plusNanos(1))));
        UsedFacts used = UsedFacts.of(List.of(), List.of());
        RuleIndex index = RuleIndex.of(rules, used);
        FactValues values = used.of(Calls.from("+4930123456"), Set.of());

        assertThat(matching(index, values)).containsExactly(0, 3);
        assertThat(index.match(values).refusal(2))
                .isEqualTo(new Matching.Refusal("call.at", "before 2026-11-18T09:15:00Z", "2026-11-18T09:15:00Z"));
    }
}
