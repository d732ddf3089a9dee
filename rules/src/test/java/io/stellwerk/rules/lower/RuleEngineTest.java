package io.stellwerk.rules.lower;

import static io.stellwerk.rules.sample.Calls.PATIENT;
import static io.stellwerk.rules.sample.Tables.any;
import static io.stellwerk.rules.sample.Tables.deciding;
import static io.stellwerk.rules.sample.Tables.deriving;
import static io.stellwerk.rules.sample.Tables.is;
import static io.stellwerk.rules.sample.Tables.not;
import static io.stellwerk.rules.sample.Tables.segments;
import static io.stellwerk.rules.sample.Tables.toPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.index.RandomCells;
import io.stellwerk.rules.index.RowByRow;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleEngineTest {

    private static Verdict evaluate(RuleEngine engine, Facts facts) {
        return engine.evaluate(facts, plan -> !plan.startsWith("missing"), PATIENT, DecisionTrace.NONE);
    }

    @Test
    void the_decision_is_the_one_found_row_by_row() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            @Nullable Object[] actual = new Object[10];
            List<DecisionTable> tables = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> randomTable("t" + i + ".csv", random, actual))
                    .toList();
            RuleEngine engine = LoweredRules.of(tables, Tables.DICTIONARY);
            for (int call = 0; call < 20; call++) {
                for (FactType type : FactType.values()) {
                    actual[number(type)] = new RandomCells(random).value(type);
                }
                assertThat(evaluate(engine, Calls.from("+4930123456")).ruling())
                        .as("seed %d, round %d, call %d", seed, round, call)
                        .isEqualTo(rowByRow(tables, actual));
            }
        }
    }

    private static int number(FactType type) {
        return List.of(FactType.values()).indexOf(type);
    }

    private static DecisionTable randomTable(String file, Random random, @Nullable Object[] actual) {
        RandomCells cells = new RandomCells(random);
        Tables table = deciding(file)
                .salience(random.nextInt(3))
                .policy(random.nextBoolean() ? HitPolicy.FIRST : HitPolicy.PRIORITY);
        List<FactType> all = List.of(FactType.values());
        List<FactType> types = random.ints(1 + random.nextInt(3), 0, all.size())
                .mapToObj(all::get)
                .toList();
        for (FactType type : types) {
            table.when(new FactField("fact-" + type, type, List.of(), "", "", facts -> actual[number(type)]));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            String plan = random.nextInt(3) == 0 ? "missing" : "plan";
            Cell[] row = types.stream().map(cells::cell).toArray(Cell[]::new);
            table.row("r" + i, random.nextInt(6) > 0, random.nextInt(3), toPlan(plan), row);
        }
        return table.table();
    }

    private static Ruling rowByRow(List<DecisionTable> tables, @Nullable Object[] actual) {
        return tables.stream()
                .sorted(Comparator.comparingInt(table -> -table.salience()))
                .flatMap(table -> table.rows().stream()
                        .sorted(Comparator.comparingInt(
                                row -> table.hitPolicy() == HitPolicy.PRIORITY ? -row.priority() : 0))
                        .filter(Row::enabled)
                        .filter(row -> !row.action().plan().orElseThrow().text().equals("missing"))
                        .filter(row -> IntStream.range(0, row.cells().size())
                                .allMatch(i -> RowByRow.passes(
                                        row.cells().get(i),
                                        actual[
                                                number(table.conditions()
                                                        .get(i)
                                                        .fact()
                                                        .type())])))
                        .map(row -> (Ruling) new Ruling.RouteTo("plan", new RuleId(table.file(), row.id()))))
                .findFirst()
                .orElse(Ruling.SILENT);
    }

    @Test
    void many_threads_get_the_answers_that_one_gets() throws Exception {
        RuleEngine engine = ownersAndClasses();
        List<Facts> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            calls.add(Calls.ofCustomer(List.of("A", "B", "C", "D").get(i % 4), i % 3, "owner-" + i % 7));
        }
        List<Verdict> expected =
                calls.stream().map(facts -> evaluate(engine, facts)).toList();
        assertThat(expected.stream().distinct().count()).isGreaterThan(7);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Verdict>>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> IntStream.range(0, 20)
                        .boxed()
                        .flatMap(round -> fresh().stream().map(facts -> evaluate(engine, facts)))
                        .toList());
            }
            for (Future<List<Verdict>> answers : threads.invokeAll(work)) {
                for (int i = 0; i < answers.get().size(); i++) {
                    assertThat(answers.get().get(i)).isEqualTo(expected.get(i % expected.size()));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Facts> fresh() {
        return IntStream.range(0, 60)
                .mapToObj(i -> Calls.ofCustomer(List.of("A", "B", "C", "D").get(i % 4), i % 3, "owner-" + i % 7))
                .toList();
    }

    private static RuleEngine ownersAndClasses() {
        return LoweredRules.of(
                List.of(
                        deciding("z.csv")
                                .when("segment")
                                .row("r1", toPlan("kam-{customer.offerOwner}"), is("gold"))
                                .row("r2", toPlan("standard", "welcome"), not("gold"))
                                .table(),
                        deriving("a.csv")
                                .when("customer.customerClass", "segment")
                                .row("r1", segments("gold", "again"), any(), is("vip"))
                                .row("r2", segments("vip"), is("A", "B"), any())
                                .row("r3", segments("third"), is("C"), any())
                                .table(),
                        deriving("b.csv")
                                .when("segment")
                                .row("r1", segments("last"), is("again"))
                                .row("r2", segments("vip"), is("last"))
                                .table()),
                Tables.DICTIONARY);
    }

    @Test
    void two_hundred_rule_sets_published_under_load_leave_nothing_behind() {
        List<DecisionTable> tables = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Tables table = deciding("t" + i + ".csv").when("customer.customerClass", "call.carrier");
            for (int row = 0; row < 300; row++) {
                table.row("r" + row, toPlan("p" + row), is("A"), is("carrier-" + row + "-" + i));
            }
            tables.add(table.table());
        }
        long before = 0;
        for (int swap = 0; swap < 220; swap++) {
            RuleEngine engine = LoweredRules.of(tables, Tables.DICTIONARY);
            for (int call = 0; call < 20; call++) {
                evaluate(engine, Calls.ofCustomer("A", 0, ""));
            }
            if (swap == 20) {
                before = usedHeap();
            }
        }
        // One rule set of these tables takes more than 50 kB.
        assertThat(usedHeap() - before).isLessThan(4_000_000);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void an_evaluation_without_an_end_in_sight_is_given_up() {
        List<DecisionTable> tables = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            tables.add(deriving("t" + i + ".csv")
                    .when("segment")
                    .row("r", segments("s" + i), i == 0 ? any() : is("s" + (i - 1)))
                    .row("loop", segments("s" + i), is("s39"))
                    .table());
        }
        RuleEngine patient = LoweredRules.of(tables, List.of(), Tables.DICTIONARY, 20_000);
        assertThat(evaluate(patient, Calls.from("+4930123456")))
                .extracting(Verdict::ruling, verdict -> verdict.segments().size())
                .containsExactly(Ruling.SILENT, 40);

        RuleEngine strict = LoweredRules.of(tables, List.of(), Tables.DICTIONARY, 60);
        Verdict givenUp = evaluate(strict, Calls.from("+4930123456"));
        assertThat(givenUp.ruling()).isEqualTo(new Ruling.GivenUp(DefaultReason.STEP_LIMIT));
        assertThat(givenUp.segments()).startsWith("s0").hasSizeBetween(1, 39);
    }

    @Test
    void what_was_derived_when_the_deadline_passes_is_kept() {
        AtomicLong clock = new AtomicLong();
        Deadline thirdReading = new Deadline(3, clock::incrementAndGet);
        Tables deriving = deriving("a.csv");
        for (int i = 0; i < 40; i++) {
            deriving.row("r" + i, segments("s" + i));
        }
        List<DecisionTable> tables = List.of(
                deriving.table(), deciding("b.csv").row("r", toPlan("p")).table());

        Verdict verdict = LoweredRules.of(tables, Tables.DICTIONARY)
                .evaluate(Calls.from("+4930123456"), plan -> true, thirdReading, DecisionTrace.NONE);

        assertThat(verdict.ruling()).isEqualTo(new Ruling.GivenUp(DefaultReason.DEADLINE));
        assertThat(verdict.segments()).startsWith("s0", "s1").hasSizeBetween(2, 39);
    }

    @Test
    void a_call_that_fails_leaves_nothing_behind_for_the_next_of_its_thread() {
        RuleEngine engine =
                LoweredRules.of(List.of(deciding("t.csv").row("r1", toPlan("p")).table()), Tables.DICTIONARY);
        Facts facts = Calls.from("+4930123456");

        for (int call = 0; call < 3; call++) {
            assertThatThrownBy(() -> engine.evaluate(
                            facts,
                            plan -> {
                                throw new IllegalStateException("the directory is gone");
                            },
                            PATIENT,
                            DecisionTrace.NONE))
                    .hasStackTraceContaining("the directory is gone");
            assertThat(evaluate(engine, facts).ruling()).isEqualTo(new Ruling.RouteTo("p", new RuleId("t.csv", "r1")));
        }
    }

    @Test
    void a_fact_is_told_as_text_for_templates() {
        RuleEngine engine = LoweredRules.of(List.of(), Tables.DICTIONARY);
        Facts facts = Calls.ofCustomer("A", 2, "schmidt");

        assertThat(engine.factText("customer.offerOwner", facts)).contains("schmidt");
        assertThat(engine.factText("customer.openOffers", facts)).contains("2");
        assertThat(engine.factText("call.digits", facts)).isEmpty();
        assertThat(engine.factText("segment", facts)).isEmpty();
        assertThat(engine.factText("customer.noSuchFact", facts)).isEmpty();
    }
}
