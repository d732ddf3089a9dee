package io.stellwerk.rules.lower;

import static io.stellwerk.rules.sample.Calls.PATIENT;
import static io.stellwerk.rules.sample.Tables.any;
import static io.stellwerk.rules.sample.Tables.deciding;
import static io.stellwerk.rules.sample.Tables.deriving;
import static io.stellwerk.rules.sample.Tables.is;
import static io.stellwerk.rules.sample.Tables.not;
import static io.stellwerk.rules.sample.Tables.prefix;
import static io.stellwerk.rules.sample.Tables.segments;
import static io.stellwerk.rules.sample.Tables.toPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final List<TraceEvent> noted = new ArrayList<>();

    private record Listener(List<TraceEvent> noted, boolean thorough) implements DecisionTrace {

        @Override
        public boolean wanted() {
            return true;
        }

        @Override
        public void note(TraceEvent event) {
            noted.add(event);
        }
    }

    private final DecisionTrace trace = new Listener(noted, true);

    private Verdict explain(Facts facts, Tables... tables) {
        List<DecisionTable> all = Stream.of(tables).map(Tables::table).toList();
        RuleEngine engine = LoweredRules.of(all, Tables.DICTIONARY);
        Verdict explained = engine.evaluate(facts, plan -> !plan.contains("missing"), PATIENT, trace);
        assertThat(engine.evaluate(facts, plan -> !plan.contains("missing"), PATIENT, DecisionTrace.NONE))
                .as("the same call without an explanation")
                .isEqualTo(explained);
        return explained;
    }

    private static RuleId id(String file, String row) {
        return new RuleId(file, row);
    }

    @Test
    void every_row_says_why_it_did_not_match_or_behind_the_deciding_one_that_it_would_have() {
        explain(
                Calls.ofCustomer("B", 1, "schmidt"),
                deriving("d.csv").row("gold", segments("gold")),
                deciding("a.csv")
                        .when("customer.customerClass", "segment", "call.calling")
                        .row("r1", toPlan("p"), is("A"), any(), any())
                        .row("off", false, 0, toPlan("p"), any(), any(), any())
                        .row("r2", toPlan("p"), is("B"), not("gold"), prefix("+49"))
                        .row("r3", toPlan("p"), any(), is("gold"), prefix("+4930"))
                        .row("r4", toPlan("missing-{customer.offerOwner}"), any(), any(), any())
                        .row("r5", toPlan("p-{call.divertedFrom}"), any(), any(), any()),
                deciding("b.csv")
                        .when("call.digits")
                        .row("r1", toPlan("p"), is("1"))
                        .row("r2", toPlan("p", "welcome"), any())
                        .row("r3", toPlan("p"), is("2"))
                        .row("r4", toPlan("p"), any()),
                deciding("c.csv")
                        .when("call.digits")
                        .row("r1", toPlan("p"), is("3"))
                        .row("r2", toPlan("missing"), any()));

        assertThat(noted)
                .containsExactly(
                        new TraceEvent.Counted(id("d.csv", "gold")),
                        new TraceEvent.Derived(id("d.csv", "gold"), "gold"),
                        new TraceEvent.NotMatched(id("a.csv", "r1"), "customer.customerClass", "A", "B"),
                        new TraceEvent.NotMatched(id("a.csv", "r2"), "segment", "not(gold)", "gold"),
                        new TraceEvent.NotMatched(id("a.csv", "r3"), "call.calling", "+4930*", "+4943112345"),
                        new TraceEvent.Skipped(id("a.csv", "r4"), "missing-schmidt"),
                        new TraceEvent.Skipped(id("a.csv", "r5"), "p-{call.divertedFrom}"),
                        new TraceEvent.NotMatched(id("b.csv", "r1"), "call.digits", "1", ""),
                        new TraceEvent.Decided(id("b.csv", "r2")),
                        new TraceEvent.Announced(id("b.csv", "r2"), "welcome"),
                        new TraceEvent.NotMatched(id("b.csv", "r3"), "call.digits", "2", ""),
                        new TraceEvent.AlsoMatched(id("b.csv", "r4")),
                        new TraceEvent.NotMatched(id("c.csv", "r1"), "call.digits", "3", ""),
                        new TraceEvent.AlsoMatched(id("c.csv", "r2")));
    }

    @Test
    void rows_are_explained_in_the_order_in_which_they_count() {
        explain(
                Calls.from("+4930123456"),
                deciding("a.csv")
                        .policy(HitPolicy.PRIORITY)
                        .when("hotline")
                        .row("low", true, 1, toPlan("p"), is("service"))
                        .row("high", true, 9, toPlan("p"), is("other"))
                        .row("middle", true, 5, toPlan("p"), is("service")));

        assertThat(noted)
                .containsExactly(
                        new TraceEvent.NotMatched(id("a.csv", "high"), "hotline", "other", "service"),
                        new TraceEvent.Decided(id("a.csv", "middle")),
                        new TraceEvent.AlsoMatched(id("a.csv", "low")));
    }

    @Test
    void deriving_rows_count_or_say_in_the_end_why_they_did_not_match() {
        explain(
                Calls.ofCustomer("B", 1, "schmidt"),
                deriving("a.csv")
                        .policy(HitPolicy.COLLECT)
                        .when("customer.customerClass", "segment")
                        .row("silver", segments("silver"), is("B"), any())
                        .row("gold", segments("gold"), is("A"), any())
                        .row("valued", segments("valued"), any(), is("silver"))
                        .row("valued-too", segments("valued"), any(), is("silver")));

        RuleId valued = id("a.csv", "valued");
        assertThat(noted)
                .containsSubsequence(
                        new TraceEvent.Derived(id("a.csv", "silver"), "silver"),
                        new TraceEvent.Counted(valued),
                        new TraceEvent.Derived(valued, "valued"),
                        new TraceEvent.Counted(id("a.csv", "valued-too")))
                .endsWith(new TraceEvent.NotMatched(id("a.csv", "gold"), "customer.customerClass", "A", "B"));
    }

    @Test
    void a_listener_that_is_not_thorough_hears_of_what_counts_only() {
        RuleEngine engine = LoweredRules.of(
                Stream.of(
                                deriving("a.csv").row("gold", segments("gold")),
                                deciding("b.csv")
                                        .when("hotline")
                                        .row("r1", toPlan("p"), is("other"))
                                        .row("r2", toPlan("p"), any())
                                        .row("r3", toPlan("p"), any()))
                        .map(Tables::table)
                        .toList(),
                Tables.DICTIONARY);

        engine.evaluate(Calls.from("+4930123456"), plan -> true, PATIENT, new Listener(noted, false));

        assertThat(noted)
                .containsExactly(
                        new TraceEvent.Counted(id("a.csv", "gold")),
                        new TraceEvent.Derived(id("a.csv", "gold"), "gold"),
                        new TraceEvent.Decided(id("b.csv", "r2")));
    }

    @Test
    void without_a_decision_every_row_says_why() {
        Tables table = deciding("a.csv").when("call.carrier");
        for (int i = 0; i < 1000; i++) {
            table.row("r" + i, toPlan("p"), is("carrier-" + i));
        }
        explain(Calls.from("+4930123456"), table);

        assertThat(noted)
                .hasSize(1000)
                .contains(new TraceEvent.NotMatched(id("a.csv", "r999"), "call.carrier", "carrier-999", "carrier"));
    }
}
