package io.stellwerk.rules.lower;

import static io.stellwerk.rules.sample.Calls.PATIENT;
import static io.stellwerk.rules.sample.Calls.WEDNESDAY_MORNING;
import static io.stellwerk.rules.sample.Rules.any;
import static io.stellwerk.rules.sample.Rules.asks;
import static io.stellwerk.rules.sample.Rules.field;
import static io.stellwerk.rules.sample.Rules.not;
import static io.stellwerk.rules.sample.Rules.rule;
import static io.stellwerk.rules.sample.Tables.announce;
import static io.stellwerk.rules.sample.Tables.atLeast;
import static io.stellwerk.rules.sample.Tables.deciding;
import static io.stellwerk.rules.sample.Tables.deriving;
import static io.stellwerk.rules.sample.Tables.is;
import static io.stellwerk.rules.sample.Tables.prefix;
import static io.stellwerk.rules.sample.Tables.segments;
import static io.stellwerk.rules.sample.Tables.toPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.formula.Comparison;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrlEvaluationTest {

    private static boolean leadsSomewhere(String plan) {
        return !plan.contains("missing");
    }

    private final List<TraceEvent> noted = new ArrayList<>();

    private final DecisionTrace trace = new DecisionTrace() {
        @Override
        public boolean wanted() {
            return true;
        }

        @Override
        public void note(TraceEvent event) {
            noted.add(event);
        }
    };

    /** With and without an explanation, which must agree. */
    private Verdict evaluate(Facts facts, List<DecisionTable> tables, List<DrlRule> rules) {
        RuleEngine engine = LoweredRules.of(tables, rules, Tables.DICTIONARY);
        Verdict verdict = engine.evaluate(facts, DrlEvaluationTest::leadsSomewhere, PATIENT, DecisionTrace.NONE);
        noted.clear();
        assertThat(engine.evaluate(facts, DrlEvaluationTest::leadsSomewhere, PATIENT, trace))
                .isEqualTo(verdict);
        return verdict;
    }

    private Verdict evaluate(Facts facts, DrlRule... rules) {
        return evaluate(facts, List.of(), List.of(rules));
    }

    private static Ruling to(String plan, String file, String rule) {
        return new Ruling.RouteTo(plan, new RuleId(file, rule));
    }

    private static Action saying(String segment, String announcement) {
        return new Action(Optional.empty(), Optional.empty(), List.of(announcement), List.of(segment));
    }

    private static Formula segment(String name) {
        return asks("segment", is(name));
    }

    @Test
    void the_first_rule_by_salience_file_and_line_decides_among_tables_and_rules() {
        DrlRule late = rule("rules/30.drl", "late").then(toPlan("late"));
        DrlRule second = rule("rules/10.drl", "second").line(9).then(toPlan("second"));
        DrlRule first = rule("rules/10.drl", "first").line(2).then(toPlan("first"));
        DecisionTable table = deciding("rules/20.csv").row("r", toPlan("table")).table();
        DrlRule urgent = rule("rules/90.drl", "urgent")
                .salience(1)
                .when(asks("customer.customerClass", is("A")))
                .then(toPlan("urgent"));

        assertThat(evaluate(Calls.from("+4930123456"), List.of(table), List.of(late, second, first, urgent))
                        .ruling())
                .isEqualTo(to("first", "rules/10.drl", "first"));
        assertThat(evaluate(Calls.from("+4930123456"), List.of(table), List.of(late, urgent))
                        .ruling())
                .isEqualTo(to("table", "rules/20.csv", "r"));
        assertThat(evaluate(Calls.ofCustomer("A", 0, ""), List.of(table), List.of(late, first, urgent))
                        .ruling())
                .isEqualTo(to("urgent", "rules/90.drl", "urgent"));
    }

    @Test
    void a_rule_whose_plan_leads_nowhere_is_skipped_and_that_is_noted() {
        DrlRule missing = rule("a.drl", "kam").line(1).then(toPlan("missing-{customer.offerOwner}"));
        DrlRule found = rule("a.drl", "other").line(2).then(toPlan("p", "welcome"));

        assertThat(evaluate(Calls.ofCustomer("A", 1, "schmidt"), missing, found).ruling())
                .isEqualTo(to("p", "a.drl", "other"));
        assertThat(noted)
                .containsExactly(
                        new TraceEvent.Skipped(new RuleId("a.drl", "kam"), "missing-schmidt"),
                        new TraceEvent.Decided(new RuleId("a.drl", "other")),
                        new TraceEvent.Announced(new RuleId("a.drl", "other"), "welcome"));
    }

    @Test
    void rules_switched_off_or_out_of_their_time_are_out() {
        DrlRule off = rule("a.drl", "off").off().then(toPlan("off"));
        DrlRule over = rule("a.drl", "over").line(2).until(WEDNESDAY_MORNING).then(toPlan("over"));
        DrlRule early = rule("a.drl", "early")
                .line(3)
                .from(WEDNESDAY_MORNING.plusSeconds(1))
                .then(toPlan("early"));
        DrlRule now = rule("a.drl", "now")
                .line(4)
                .from(WEDNESDAY_MORNING)
                .until(WEDNESDAY_MORNING.plusSeconds(1))
                .then(toPlan("now"));

        assertThat(evaluate(Calls.from("+4930123456"), off, over, early, now).ruling())
                .isEqualTo(to("now", "a.drl", "now"));
        assertThat(noted)
                .containsExactly(
                        new TraceEvent.NotMatched(
                                new RuleId("a.drl", "over"),
                                "call.at",
                                "before 2026-11-18T09:15:00Z",
                                "2026-11-18T09:15:00Z"),
                        new TraceEvent.NotMatched(
                                new RuleId("a.drl", "early"),
                                "call.at",
                                "from 2026-11-18T09:15:01Z",
                                "2026-11-18T09:15:00Z"),
                        new TraceEvent.Decided(new RuleId("a.drl", "now")));
    }

    @Test
    void every_rule_says_which_of_its_conditions_failed_first_and_with_which_value() {
        Formula offersOrVip = any(asks("customer.openOffers", atLeast(5)), asks("customer.tags", is("vip")));
        evaluate(
                Calls.ofCustomer("B", 1, "schmidt"),
                List.of(deciding("b.csv")
                        .when("customer.customerClass")
                        .row("r1", toPlan("p"), is("A"))
                        .row("r2", toPlan("p"), is("B"))
                        .table()),
                List.of(
                        rule("a.drl", "class and number")
                                .line(1)
                                .when(
                                        asks("customer.openOffers", atLeast(1)),
                                        asks("customer.customerClass", is("A")),
                                        asks("call.calling", prefix("+4930")))
                                .then(toPlan("p")),
                        rule("a.drl", "alternatives")
                                .line(2)
                                .when(asks("customer.openOffers", atLeast(1)), offersOrVip)
                                .then(toPlan("p")),
                        rule("a.drl", "pattern")
                                .line(3)
                                .when(new Formula.Matches(field("customer.name"), Pattern.compile("Dr\\..*")))
                                .then(toPlan("p")),
                        rule("a.drl", "negated pattern")
                                .line(4)
                                .when(not(new Formula.EndsWith(field("customer.name"), "Muster")))
                                .then(toPlan("p")),
                        rule("a.drl", "two facts")
                                .line(5)
                                .when(new Formula.Compares(
                                        field("customer.offerValue"), Comparison.MORE, field("customer.value")))
                                .then(toPlan("p")),
                        rule("c.drl", "behind")
                                .when(not(any(offersOrVip, asks("customer.customerClass", is("A")))))
                                .then(toPlan("p")),
                        rule("c.drl", "behind, and not")
                                .line(2)
                                .when(offersOrVip)
                                .then(toPlan("p"))));

        assertThat(noted)
                .containsExactly(
                        notMatched("class and number", "customer.customerClass", "A", "B"),
                        notMatched(
                                "alternatives",
                                "customer.openOffers",
                                "customer.openOffers >= 5 or customer.tags == vip",
                                "1"),
                        notMatched("pattern", "customer.name", "matches \"Dr\\\\..*\"", "Erika Muster"),
                        notMatched(
                                "negated pattern", "customer.name", "not (str[endsWith] \"Muster\")", "Erika Muster"),
                        notMatched("two facts", "customer.offerValue", "> customer.value", "10"),
                        new TraceEvent.NotMatched(new RuleId("b.csv", "r1"), "customer.customerClass", "A", "B"),
                        new TraceEvent.Decided(new RuleId("b.csv", "r2")),
                        new TraceEvent.AlsoMatched(new RuleId("c.drl", "behind")),
                        new TraceEvent.NotMatched(
                                new RuleId("c.drl", "behind, and not"),
                                "customer.openOffers",
                                "customer.openOffers >= 5 or customer.tags == vip",
                                "1"));
    }

    private static TraceEvent notMatched(String rule, String fact, String condition, String actual) {
        return new TraceEvent.NotMatched(new RuleId("a.drl", rule), fact, condition, actual);
    }

    @Test
    void a_rule_sees_what_those_before_it_derived_and_wakes_those_that_waited() {
        DrlRule third = rule("a.drl", "third").line(1).when(segment("two")).then(saying("three", "c"));
        DrlRule first = rule("a.drl", "first").line(2).then(saying("one", "a"));
        DrlRule other = rule("a.drl", "other").line(3).then(announce("d"));
        DrlRule second = rule("a.drl", "second").line(4).when(segment("one")).then(saying("two", "b"));

        Verdict verdict = evaluate(Calls.from("+4930123456"), third, first, other, second);

        assertThat(verdict.segments()).containsExactly("one", "two", "three");
        assertThat(verdict.announcements()).containsExactly("a", "d", "b", "c");
    }

    @Test
    void what_asks_for_the_absence_of_a_segment_comes_when_it_is_clear() {
        DrlRule ordinary =
                rule("a.drl", "ordinary").salience(9).when(not(segment("vip"))).then(announce("ordinary"));
        DecisionTable tags = deriving("b.csv")
                .when("segment")
                .row("r", segments("vip"), is("gold"))
                .table();
        DrlRule gold = rule("c.drl", "gold")
                .salience(-9)
                .when(asks("customer.customerClass", is("A")))
                .then(saying("gold", "gold"));

        assertThat(evaluate(Calls.ofCustomer("A", 0, ""), List.of(tags), List.of(ordinary, gold))
                        .announcements())
                .containsExactly("gold");
        assertThat(evaluate(Calls.ofCustomer("B", 0, ""), List.of(tags), List.of(ordinary, gold))
                        .announcements())
                .containsExactly("ordinary");
    }

    @Test
    void rules_and_tables_chain_in_circles_until_nothing_new_is_derived() {
        List<DecisionTable> tables = new ArrayList<>();
        List<DrlRule> rules = new ArrayList<>();
        for (int i = 20; i > 0; i--) {
            String file = String.format("%02d", i);
            if (i % 3 == 0) {
                tables.add(deriving(file + ".csv")
                        .when("segment")
                        .row("r", segments("s" + i), is("s" + (i - 1)))
                        .row("loop", segments("s1"), is("s20"))
                        .table());
            } else {
                rules.add(rule(file + ".drl", "r" + i)
                        .when(i == 1 ? Formula.ALWAYS : segment("s" + (i - 1)))
                        .then(segments("s" + i)));
            }
        }
        rules.add(rule("99.drl", "decides").when(segment("s20")).then(toPlan("p")));

        Verdict verdict = evaluate(Calls.from("+4930123456"), tables, rules);

        assertThat(verdict.segments()).hasSize(20);
        assertThat(verdict.ruling()).isEqualTo(to("p", "99.drl", "decides"));
    }

    @Test
    void of_an_activation_group_only_the_first_by_precedence_counts() {
        DrlRule gold = rule("a.drl", "gold")
                .line(1)
                .group("welcome")
                .when(asks("customer.customerClass", is("A")))
                .then(announce("gold"));
        DrlRule silver = rule("a.drl", "silver")
                .line(2)
                .group("welcome")
                .when(asks("customer.customerClass", is("A", "B")))
                .then(announce("silver"));
        DrlRule plain = rule("a.drl", "plain").line(3).group("welcome").then(announce("plain"));
        DrlRule free = rule("a.drl", "free").line(4).then(announce("free"));

        assertThat(evaluate(Calls.ofCustomer("A", 0, ""), plain, free, silver, gold)
                        .announcements())
                .containsExactly("gold", "free");
        assertThat(evaluate(Calls.ofCustomer("B", 0, ""), plain, free, silver, gold)
                        .announcements())
                .containsExactly("silver", "free");
        assertThat(evaluate(Calls.ofCustomer("C", 0, ""), plain, free, silver, gold)
                        .announcements())
                .containsExactly("plain", "free");
    }

    @Test
    void an_activation_group_waits_for_what_its_first_rules_ask_for() {
        DrlRule vip = rule("a.drl", "vip")
                .line(1)
                .group("welcome")
                .when(segment("vip"))
                .then(announce("vip"));
        DrlRule plain = rule("a.drl", "plain").line(2).group("welcome").then(announce("plain"));
        DrlRule derives = rule("a.drl", "derives")
                .line(3)
                .when(asks("customer.customerClass", is("A")))
                .then(segments("vip"));

        assertThat(evaluate(Calls.ofCustomer("A", 0, ""), vip, plain, derives).announcements())
                .containsExactly("vip");
        assertThat(evaluate(Calls.ofCustomer("B", 0, ""), vip, plain, derives).announcements())
                .containsExactly("plain");
    }

    @Test
    void in_a_circle_the_rule_of_an_activation_group_that_has_fired_is_the_one_that_counts() {
        DrlRule waiting =
                rule("a.drl", "waiting").line(1).group("g").when(segment("x")).then(saying("a", "a"));
        DrlRule fires = rule("a.drl", "fires").line(2).group("g").then(saying("x", "x"));

        assertThat(evaluate(Calls.from("+4930123456"), waiting, fires).segments())
                .containsExactly("x");
    }

    @Test
    void what_is_derived_from_its_own_absence_is_refused() {
        DrlRule x = rule("a.drl", "x").when(not(segment("y"))).then(segments("x"));
        DrlRule y = rule("b.drl", "y").when(segment("x")).then(segments("y"));
        assertThatThrownBy(() -> evaluate(Calls.from("+4930123456"), x, y)).hasMessageContaining("a.drl#x");

        DrlRule first = rule("a.drl", "first")
                .line(1)
                .group("g")
                .when(not(segment("z")))
                .then(announce("a"));
        DrlRule second = rule("a.drl", "second").line(2).group("g").then(segments("z"));
        assertThatThrownBy(() -> evaluate(Calls.from("+4930123456"), first, second))
                .hasMessageContaining("a.drl#first");
    }

    @Test
    void a_first_row_of_a_table_waits_for_rules_behind_it() {
        DecisionTable table = deriving("a.csv")
                .policy(HitPolicy.FIRST)
                .when("segment")
                .row("vip", announce("vip"), is("vip"))
                .row("else", announce("else"), Tables.any())
                .table();
        DrlRule derives = rule("b.drl", "derives").then(segments("vip"));

        assertThat(evaluate(Calls.from("+4930123456"), List.of(table), List.of(derives))
                        .announcements())
                .containsExactly("vip");
    }

    @Test
    void thousands_of_rules_in_a_chain_are_ordered_and_evaluated() {
        List<DrlRule> rules = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rules.add(rule("a.drl", "r" + i)
                    .line(3000 - i)
                    .when(i == 0 ? Formula.ALWAYS : not(segment("s" + (i - 1))))
                    .then(segments("s" + i)));
        }
        assertThat(evaluate(Calls.from("+4930123456"), rules.toArray(DrlRule[]::new))
                        .segments())
                .hasSize(1500)
                .startsWith("s0", "s2", "s4");
    }
}
