package io.stellwerk.rules.lower;

import static io.stellwerk.rules.sample.Calls.PASSED;
import static io.stellwerk.rules.sample.Calls.PATIENT;
import static io.stellwerk.rules.sample.Tables.announce;
import static io.stellwerk.rules.sample.Tables.any;
import static io.stellwerk.rules.sample.Tables.atLeast;
import static io.stellwerk.rules.sample.Tables.deciding;
import static io.stellwerk.rules.sample.Tables.deriving;
import static io.stellwerk.rules.sample.Tables.is;
import static io.stellwerk.rules.sample.Tables.prefix;
import static io.stellwerk.rules.sample.Tables.refuse;
import static io.stellwerk.rules.sample.Tables.segments;
import static io.stellwerk.rules.sample.Tables.toPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableEvaluationTest {

    private static final Set<String> PLANS = Set.of("kam-schmidt", "vip", "standard", "north", "other");

    private static Verdict evaluate(Facts facts, Tables... tables) {
        List<DecisionTable> all = Stream.of(tables).map(Tables::table).toList();
        return LoweredRules.of(all, Tables.DICTIONARY).evaluate(facts, PLANS::contains, PATIENT, DecisionTrace.NONE);
    }

    private static Ruling to(String plan, String file, String row) {
        return new Ruling.RouteTo(plan, new RuleId(file, row));
    }

    @Test
    void the_first_matching_row_decides_and_its_announcements_are_played() {
        Verdict verdict = evaluate(
                Calls.ofCustomer("B", 1, "schmidt"),
                deciding("a.csv")
                        .when("customer.customerClass", "customer.openOffers")
                        .row("r1", toPlan("vip", "welcome"), is("A"), any())
                        .row("r2", toPlan("other", "offers"), is("A", "B"), atLeast(1))
                        .row("r3", toPlan("standard"), any(), any()));

        assertThat(verdict).isEqualTo(new Verdict(List.of(), List.of("offers"), to("other", "a.csv", "r2")));
    }

    @Test
    void nothing_is_said_when_no_row_matches() {
        Verdict verdict = evaluate(
                Calls.from("+4930123456"),
                deciding("a.csv").when("customer.customerClass").row("r1", toPlan("vip"), is("A")));

        assertThat(verdict).isEqualTo(new Verdict(List.of(), List.of(), Ruling.SILENT));
    }

    @Test
    void a_rule_set_without_tables_says_nothing() {
        assertThat(evaluate(Calls.from("+4930123456")).ruling()).isEqualTo(Ruling.SILENT);
    }

    @Test
    void a_table_without_rows_or_conditions_is_no_obstacle() {
        Verdict verdict = evaluate(
                Calls.from("+4930123456"),
                deciding("a.csv").when("hotline"),
                deciding("b.csv").row("r1", toPlan("vip")));

        assertThat(verdict.ruling()).isEqualTo(to("vip", "b.csv", "r1"));
    }

    @Test
    void tables_of_higher_salience_come_first_and_equals_in_the_order_of_their_files() {
        Tables a = deciding("a.csv").row("r", toPlan("other"));
        Tables b = deciding("b.csv").salience(5).row("r", toPlan("vip"));
        Tables c = deciding("c.csv").salience(5).row("r", toPlan("standard"));

        assertThat(evaluate(Calls.from("+4930123456"), a, b, c).ruling()).isEqualTo(to("vip", "b.csv", "r"));
    }

    @Test
    void of_several_matching_rows_the_one_of_the_highest_priority_decides() {
        Tables table = deciding("a.csv")
                .policy(HitPolicy.PRIORITY)
                .when("hotline")
                .row("r1", true, 1, toPlan("standard"), is("service"))
                .row("r2", false, 9, toPlan("other"), is("service"))
                .row("r3", true, 7, toPlan("vip"), is("service"))
                .row("r4", true, 7, toPlan("north"), is("service"));

        assertThat(evaluate(Calls.from("+4930123456"), table).ruling()).isEqualTo(to("vip", "a.csv", "r3"));
    }

    @Test
    void a_row_whose_plan_or_fact_is_missing_gives_way_to_the_next() {
        Tables table = deciding("a.csv")
                .row("r1", toPlan("kam-{customer.offerOwner}", "never"))
                .row("r2", toPlan("no-such-plan"))
                .row("r3", toPlan("standard"));

        assertThat(evaluate(Calls.ofCustomer("A", 1, "schmidt"), table).ruling())
                .isEqualTo(to("kam-schmidt", "a.csv", "r1"));
        assertThat(evaluate(Calls.ofCustomer("A", 1, "meier"), table))
                .isEqualTo(new Verdict(List.of(), List.of(), to("standard", "a.csv", "r3")));
        assertThat(evaluate(Calls.ofCustomer("A", 0, ""), table).ruling()).isEqualTo(to("standard", "a.csv", "r3"));
    }

    @Test
    void a_table_all_of_whose_plans_are_missing_gives_way_to_the_next_table() {
        Verdict verdict = evaluate(
                Calls.from("+4930123456"),
                deciding("a.csv").row("r1", toPlan("no-such-plan")),
                deciding("b.csv").row("r1", refuse()));

        assertThat(verdict.ruling()).isInstanceOf(Ruling.Refuse.class);
    }

    @Test
    void announcements_of_deriving_rows_come_first_and_equal_ones_once() {
        Verdict verdict = evaluate(
                Calls.from("+4930123456"),
                deciding("a.csv").row("r1", toPlan("vip", "storm", "welcome")),
                deriving("b.csv")
                        .when("call.calling")
                        .row("r1", announce("closed", "storm"), any())
                        .row("r2", announce("closed"), prefix("+4930"))
                        .row("r3", announce("never"), prefix("+4940")));

        assertThat(verdict.announcements()).containsExactly("closed", "storm", "welcome");
    }

    @Test
    void of_a_deriving_table_that_collects_all_rows_count_else_only_the_first() {
        Tables table = deriving("a.csv")
                .row("r1", segments("x"))
                .row("r2", segments("y", "x"))
                .row("r3", false, 0, segments("z"));

        assertThat(evaluate(Calls.from("+4930123456"), table).segments()).containsExactly("x", "y");
        assertThat(evaluate(Calls.from("+4930123456"), table.policy(HitPolicy.FIRST))
                        .segments())
                .containsExactly("x");
    }

    @Test
    void a_passed_deadline_gives_the_rules_up() {
        List<DecisionTable> tables = List.of(
                deriving("a.csv").row("r1", segments("x")).table(),
                deciding("b.csv").row("r1", toPlan("vip")).table());

        Verdict verdict = LoweredRules.of(tables, Tables.DICTIONARY)
                .evaluate(Calls.from("+4930123456"), PLANS::contains, PASSED, DecisionTrace.NONE);

        assertThat(verdict).isEqualTo(new Verdict(List.of(), List.of(), new Ruling.GivenUp(DefaultReason.DEADLINE)));
    }
}
