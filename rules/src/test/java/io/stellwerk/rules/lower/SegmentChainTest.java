package io.stellwerk.rules.lower;

import static io.stellwerk.rules.sample.Calls.PATIENT;
import static io.stellwerk.rules.sample.Tables.announce;
import static io.stellwerk.rules.sample.Tables.any;
import static io.stellwerk.rules.sample.Tables.deciding;
import static io.stellwerk.rules.sample.Tables.deriving;
import static io.stellwerk.rules.sample.Tables.is;
import static io.stellwerk.rules.sample.Tables.none;
import static io.stellwerk.rules.sample.Tables.not;
import static io.stellwerk.rules.sample.Tables.segments;
import static io.stellwerk.rules.sample.Tables.some;
import static io.stellwerk.rules.sample.Tables.toPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentChainTest {

    private static Verdict evaluate(Tables... tables) {
        return evaluate(Stream.of(tables).map(Tables::table).toList());
    }

    private static Verdict evaluate(List<DecisionTable> tables) {
        return LoweredRules.of(tables, Tables.DICTIONARY)
                .evaluate(Calls.from("+4930123456"), plan -> true, PATIENT, DecisionTrace.NONE);
    }

    @ParameterizedTest(name = "{0} deep")
    @ValueSource(ints = {3, 10})
    void a_chain_through_as_many_tables_ends_in_the_decision_though_the_files_stand_the_wrong_way_round(int depth) {
        List<DecisionTable> tables = new ArrayList<>();
        tables.add(deciding("decide.csv")
                .when("segment")
                .row("r", toPlan("p"), is("s" + depth))
                .table());
        for (int i = depth; i > 0; i--) {
            tables.add(deriving("t" + i + ".csv")
                    .when("segment")
                    .row("r", segments("s" + i), i == 1 ? any() : is("s" + (i - 1)))
                    .table());
        }
        Verdict verdict = evaluate(tables);

        assertThat(verdict.ruling()).isEqualTo(new Ruling.RouteTo("p", new RuleId("decide.csv", "r")));
        assertThat(verdict.segments()).hasSize(depth).startsWith("s1", "s2").endsWith("s" + depth);
    }

    @ParameterizedTest(name = "{0} deep")
    @ValueSource(ints = {3, 10})
    void tables_that_wait_for_each_other_chain_until_nothing_new_is_derived(int depth) {
        Tables even = deriving("even.csv").when("segment");
        Tables odd = deriving("odd.csv").when("segment");
        for (int i = depth; i > 0; i--) {
            (i % 2 == 0 ? even : odd).row("r" + i, segments("s" + i), i == 1 ? any() : is("s" + (i - 1)));
        }
        even.row("loop", segments("s1", "again"), is("s" + depth));
        odd.row("loop", segments("s2"), is("again"));

        assertThat(evaluate(even, odd).segments()).hasSize(depth + 1).endsWith("s" + depth, "again");
    }

    @Test
    void a_table_may_wait_for_itself() {
        Tables table = deriving("a.csv")
                .when("segment")
                .row("r1", segments("c"), is("b"))
                .row("r2", segments("b"), is("a"))
                .row("r3", segments("a"), any())
                .row("r4", segments("a"), is("c"));

        assertThat(evaluate(table).segments()).containsExactly("a", "b", "c");
    }

    @Test
    void a_row_that_asks_for_the_absence_of_a_segment_sees_all_that_will_be_derived() {
        Verdict verdict = evaluate(
                deriving("a.csv").salience(100).when("segment").row("r", segments("ordinary"), not("vip")),
                deriving("b.csv").when("segment").row("r", segments("vip"), is("gold")),
                deriving("c.csv").salience(-5).row("r", segments("gold")));

        assertThat(verdict.segments()).containsExactly("gold", "vip");
    }

    @Test
    void whether_there_is_any_segment_is_asked_last() {
        Tables asking = deriving("a.csv")
                .when("segment")
                .row("none", announce("nobody"), none())
                .row("some", announce("somebody"), some());

        assertThat(evaluate(asking).announcements()).containsExactly("nobody");
        assertThat(evaluate(asking, deriving("b.csv").row("r", segments("x"))).announcements())
                .containsExactly("somebody");
    }

    @Test
    void the_first_row_counts_when_all_segments_that_it_waits_for_are_known() {
        Verdict verdict = evaluate(
                deriving("a.csv")
                        .policy(HitPolicy.FIRST)
                        .when("segment")
                        .row("vip", announce("gold-welcome"), is("vip"))
                        .row("else", announce("welcome"), any()),
                deriving("b.csv").row("r", segments("vip")));

        assertThat(verdict.announcements()).containsExactly("gold-welcome");
    }

    @Test
    void a_segment_derived_from_its_own_absence_is_refused() {
        List<DecisionTable> tables = List.of(
                deriving("a.csv")
                        .when("segment")
                        .row("r", segments("x"), not("y"))
                        .table(),
                deriving("b.csv")
                        .when("segment")
                        .row("r", segments("y"), is("x"))
                        .table(),
                deriving("c.csv")
                        .when("segment")
                        .row("r", segments("z"), not("x"))
                        .table());

        assertThat(Strata.of(tables, List.of()).contradictory())
                .extracting(Part::file)
                .containsExactly("a.csv");
        assertThatThrownBy(() -> LoweredRules.of(tables, Tables.DICTIONARY)).hasMessageContaining("a.csv");
    }

    @Test
    void rows_switched_off_neither_derive_nor_contradict() {
        Verdict verdict = evaluate(deriving("a.csv")
                .when("segment")
                .row("off", false, 0, segments("x"), not("x"))
                .row("on", segments("y"), not("x")));

        assertThat(verdict.segments()).containsExactly("y");
    }

    @Test
    void what_is_derived_is_the_least_that_every_table_agrees_with() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int compared = 0;
        for (int round = 0; round < 600; round++) {
            List<DecisionTable> tables = randomTables(random);
            if (Strata.of(tables, List.of()).contradictory().isEmpty()) {
                compared++;
                assertThat(new TreeSet<>(evaluate(tables).segments()))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(new TreeSet<>(leastModel(tables)));
            }
        }
        assertThat(compared).as("seed %d", seed).isGreaterThan(50);
    }

    private static List<DecisionTable> randomTables(Random random) {
        List<DecisionTable> tables = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            Tables table =
                    deriving("t" + i + ".csv").salience(random.nextInt(3)).when("segment");
            for (int row = random.nextInt(4); row >= 0; row--) {
                String tested = "s" + random.nextInt(9);
                boolean negated = random.nextInt(5) == 0;
                boolean fact = random.nextInt(5) == 0;
                table.row(
                        "r" + row,
                        segments("s" + random.nextInt(9)),
                        fact ? any() : negated ? not(tested) : is(tested));
            }
            tables.add(table.table());
        }
        return tables;
    }

    /** Row by row and stratum by stratum, the strata found by raising each segment above those whose absence it needs. */
    private static Set<String> leastModel(List<DecisionTable> tables) {
        int[] level = new int[tables.size()];
        for (int pass = 0; pass <= tables.size() * tables.size(); pass++) {
            for (int one = 0; one < level.length; one++) {
                for (int other = 0; other < level.length; other++) {
                    level[one] = Math.max(level[one], leastLevel(tables.get(one), tables.get(other), level[other]));
                }
            }
        }
        Set<String> derived = new HashSet<>();
        for (int stratum = 0; stratum <= tables.size(); stratum++) {
            boolean grown = true;
            while (grown) {
                grown = false;
                for (int i = 0; i < level.length; i++) {
                    grown |= level[i] == stratum && addAll(tables.get(i), derived);
                }
            }
        }
        return derived;
    }

    private static int leastLevel(DecisionTable table, DecisionTable other, int levelOfOther) {
        int least = 0;
        for (Row row : table.rows()) {
            for (Row deriving : other.rows()) {
                String segment = deriving.action().segments().get(0);
                if (row.cells().get(0).terms().stream().anyMatch(is(segment).terms()::contains)) {
                    least = Math.max(least, levelOfOther + (row.cells().get(0).negated() ? 1 : 0));
                }
            }
        }
        return least;
    }

    private static boolean addAll(DecisionTable table, Set<String> derived) {
        boolean grown = false;
        for (Row row : table.rows()) {
            boolean held = row.cells().get(0).terms().stream()
                    .anyMatch(term -> derived.stream()
                            .anyMatch(segment -> is(segment).terms().contains(term)));
            if (row.cells().get(0).any() || held != row.cells().get(0).negated()) {
                grown |= derived.addAll(row.action().segments());
            }
        }
        return grown;
    }
}
