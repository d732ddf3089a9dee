package io.stellwerk.rules.lower;

import static io.stellwerk.rules.sample.Calls.PATIENT;
import static io.stellwerk.rules.sample.Rules.rule;
import static io.stellwerk.rules.sample.Tables.deciding;
import static io.stellwerk.rules.sample.Tables.deriving;
import static io.stellwerk.rules.sample.Tables.segments;
import static io.stellwerk.rules.sample.Tables.toPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.index.PlainReading;
import io.stellwerk.rules.index.RandomCells;
import io.stellwerk.rules.index.RandomFormulas;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.sample.Rules;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables and DRL rules together against a reading of them one by one that knows neither index nor Drools. */
class MixedRulesTest {

    /** A row of a table or a rule, as plainly as can be. */
    private record Plain(
            RuleId id, int salience, String file, int line, Formula when, Action action, boolean ofTable) {}

    private final Map<String, @Nullable Object> actual = new HashMap<>();

    private final List<FactField> fields = Stream.of(FactType.values())
            .map(type -> new FactField("fact-" + type, type, List.of(), "", "", facts -> actual.get("fact-" + type)))
            .toList();

    @Test
    void the_decision_is_the_one_found_rule_by_rule() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int decided = 0;
        for (int round = 0; round < 300; round++) {
            List<DecisionTable> tables = new ArrayList<>();
            List<DrlRule> rules = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                if (random.nextInt(3) == 0) {
                    tables.add(randomTable("f" + i, random));
                } else {
                    addRandomRules("f" + i, random, rules);
                }
            }
            List<Plain> plain = plain(tables, rules);
            RuleEngine engine = LoweredRules.of(tables, rules, Tables.DICTIONARY);
            for (int call = 0; call < 20; call++) {
                fields.forEach(field -> actual.put(field.name(), new RandomCells(random).value(field.type())));
                Ruling expected = plain.stream()
                        .filter(each ->
                                !each.action().plan().orElseThrow().text().equals("missing"))
                        .filter(each -> holds(each.when()))
                        .map(each -> (Ruling) new Ruling.RouteTo("plan", each.id()))
                        .findFirst()
                        .orElse(Ruling.SILENT);

                assertThat(evaluate(engine).ruling())
                        .as("seed %d, round %d, call %d", seed, round, call)
                        .isEqualTo(expected);
                decided += expected == Ruling.SILENT ? 0 : 1;
            }
        }
        assertThat(decided).as("seed %d", seed).isGreaterThan(300 * 20 / 3);
    }

    private static Verdict evaluate(RuleEngine engine) {
        return engine.evaluate(Calls.from("+4930123456"), plan -> !plan.equals("missing"), PATIENT, DecisionTrace.NONE);
    }

    private boolean holds(Formula formula) {
        return new PlainReading(fact -> actual.get(fact.name())).holds(formula);
    }

    private DecisionTable randomTable(String file, Random random) {
        RandomCells cells = new RandomCells(random);
        Tables table = deciding(file).salience(random.nextInt(3));
        List<FactField> tested = random.ints(1 + random.nextInt(3), 0, fields.size())
                .mapToObj(fields::get)
                .toList();
        tested.forEach(table::when);
        for (int i = random.nextInt(6); i > 0; i--) {
            Cell[] row = tested.stream().map(field -> cells.cell(field.type())).toArray(Cell[]::new);
            table.row("r" + i, random.nextInt(6) > 0, 0, toPlan(random.nextInt(4) == 0 ? "missing" : "plan"), row);
        }
        return table.table();
    }

    private void addRandomRules(String file, Random random, List<DrlRule> into) {
        RandomFormulas formulas = new RandomFormulas(random, fields);
        for (int i = random.nextInt(6); i > 0; i--) {
            Rules rule = rule(file, file + "-" + i)
                    .line(random.nextInt(100) * 10 + i)
                    .salience(random.nextInt(3))
                    .when(formulas.formula(random.nextInt(4)));
            if (random.nextInt(6) == 0) {
                rule.off();
            }
            into.add(rule.then(toPlan(random.nextInt(4) == 0 ? "missing" : "plan")));
        }
    }

    /** By precedence: salience, then file, then line or row. */
    private static List<Plain> plain(List<DecisionTable> tables, List<DrlRule> rules) {
        List<Plain> all = new ArrayList<>();
        for (DecisionTable table : tables) {
            for (Row row : table.rows()) {
                if (row.enabled()) {
                    List<Formula> cells = IntStream.range(0, row.cells().size())
                            .<Formula>mapToObj(i -> new Formula.Test(
                                    table.conditions().get(i).fact(),
                                    row.cells().get(i)))
                            .toList();
                    all.add(new Plain(
                            new RuleId(table.file(), row.id()),
                            table.salience(),
                            table.file(),
                            row.line(),
                            new Formula.All(cells),
                            row.action(),
                            true));
                }
            }
        }
        rules.stream()
                .filter(DrlRule::enabled)
                .forEach(rule -> all.add(new Plain(
                        new RuleId(rule.file(), rule.name()),
                        rule.salience(),
                        rule.file(),
                        rule.line(),
                        rule.when(),
                        rule.action(),
                        false)));
        all.sort(Comparator.comparingInt(Plain::salience)
                .reversed()
                .thenComparing(Plain::file)
                .thenComparingInt(Plain::line));
        return all;
    }

    @Test
    void what_is_derived_is_the_least_that_every_rule_agrees_with() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int compared = 0;
        int refused = 0;
        for (int round = 0; round < 2000; round++) {
            List<DecisionTable> tables = new ArrayList<>();
            List<DrlRule> rules = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                addDeriving("f" + i, random, tables, rules);
            }
            List<Plain> plain = plain(tables, rules);
            Optional<Map<RuleId, Integer>> levels = levels(plain);
            assertThat(Strata.of(tables, rules).contradictory().isEmpty())
                    .as("seed %d, round %d: %s", seed, round, plain)
                    .isEqualTo(levels.isPresent());
            if (levels.isPresent()) {
                compared++;
                assertThat(new TreeSet<>(evaluate(LoweredRules.of(tables, rules, Tables.DICTIONARY))
                                .segments()))
                        .as("seed %d, round %d: %s", seed, round, plain)
                        .isEqualTo(new TreeSet<>(leastModel(plain, levels.get())));
            } else {
                refused++;
            }
        }
        assertThat(compared).as("seed %d", seed).isGreaterThan(300);
        assertThat(refused).as("seed %d", seed).isGreaterThan(50);
    }

    private static void addDeriving(String file, Random random, List<DecisionTable> tables, List<DrlRule> rules) {
        if (random.nextInt(3) == 0) {
            Tables table = deriving(file).salience(random.nextInt(3)).when("segment");
            for (int row = random.nextInt(3); row >= 0; row--) {
                Cell cell = ((Formula.Test) tested(random)).cell();
                table.row("r" + row, segments("s" + random.nextInt(9)), cell);
            }
            tables.add(table.table());
            return;
        }
        for (int i = random.nextInt(5); i >= 0; i--) {
            Formula when = switch (random.nextInt(6)) {
                case 0 -> Formula.ALWAYS;
                case 1 -> new Formula.Not(tested(random));
                case 2 -> new Formula.Any(List.of(tested(random), tested(random)));
                case 3 -> new Formula.All(List.of(tested(random), tested(random)));
                default -> tested(random);
            };
            rules.add(rule(file, file + "-" + i)
                    .line(i)
                    .salience(random.nextInt(3))
                    .when(when)
                    .then(segments("s" + random.nextInt(9))));
        }
    }

    private static Formula tested(Random random) {
        String name = "s" + random.nextInt(9);
        return Rules.asks("segment", random.nextInt(9) == 0 ? Tables.not(name) : Tables.is(name));
    }

    /**
     * Each rule's level, raised until it stands above what derives the segments whose absence it needs; empty if there is
     * no end to it. The rows of one table stand together.
     */
    private static Optional<Map<RuleId, Integer>> levels(List<Plain> all) {
        Map<RuleId, Integer> levels = new LinkedHashMap<>();
        all.forEach(each -> levels.put(each.id(), 0));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Plain one : all) {
                for (Plain other : all) {
                    int least = leastLevel(one, other, levels.get(other.id()));
                    if (least > all.size()) {
                        return Optional.empty();
                    }
                    changed |= raise(levels, one.id(), least);
                }
            }
        }
        return Optional.of(levels);
    }

    private static boolean raise(Map<RuleId, Integer> levels, RuleId rule, int least) {
        return least > levels.put(rule, Math.max(least, levels.get(rule)));
    }

    private static int leastLevel(Plain one, Plain other, int levelOfOther) {
        boolean together = one.ofTable() && other.ofTable() && one.file().equals(other.file());
        Set<Boolean> signs = new HashSet<>();
        signs(one.when(), other.action().segments().get(0), false, signs);
        return signs.contains(true) ? levelOfOther + 1 : signs.contains(false) || together ? levelOfOther : 0;
    }

    /** Whether a formula asks for the segment, and whether for its absence. */
    private static void signs(Formula formula, String segment, boolean negated, Set<Boolean> into) {
        if (formula instanceof Formula.Not not) {
            signs(not.formula(), segment, !negated, into);
        } else if (formula instanceof Formula.All all) {
            all.parts().forEach(part -> signs(part, segment, negated, into));
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(part -> signs(part, segment, negated, into));
        } else if (formula instanceof Formula.Test test
                && test.cell().terms().equals(Tables.is(segment).terms())) {
            into.add(negated != test.cell().negated());
        }
    }

    private static Set<String> leastModel(List<Plain> all, Map<RuleId, Integer> levels) {
        Set<String> derived = new HashSet<>();
        PlainReading reading = new PlainReading(fact -> derived);
        for (int level = 0; level <= all.size(); level++) {
            boolean grown = true;
            while (grown) {
                grown = false;
                for (Plain each : all) {
                    grown |= levels.get(each.id()) == level
                            && reading.holds(each.when())
                            && derived.addAll(each.action().segments());
                }
            }
        }
        return derived;
    }
}
