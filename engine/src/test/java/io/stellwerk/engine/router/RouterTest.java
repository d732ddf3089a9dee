package io.stellwerk.engine.router;

import static io.stellwerk.engine.router.RoutingHouse.NO_HURRY;
import static io.stellwerk.engine.router.RoutingHouse.RULE;
import static io.stellwerk.engine.router.RoutingHouse.customer;
import static io.stellwerk.engine.router.RoutingHouse.targetIds;
import static io.stellwerk.engine.router.RoutingHouse.to;
import static io.stellwerk.engine.router.RoutingHouse.toPlan;
import static io.stellwerk.engine.router.RoutingHouse.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RejectReason;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.rule.Ruling;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

    private static final String CALLER = "+493023125001";

    private final RoutingHouse house = new RoutingHouse();

    @Test
    void the_plan_that_a_rule_chose_is_placed() {
        house.target("desk").plan("dunning", to("desk")).ruling("dunning");

        Decision decision = house.decide(CALLER);

        assertThat(targetIds(decision)).containsExactly("desk");
        assertThat(decision.outcome()).isInstanceOfSatisfying(RouteDecision.Routed.class, routed -> {
            assertThat(routed.planRef()).isEqualTo("dunning");
            assertThat(routed.decidedBy()).isEqualTo(RULE);
        });
        assertThat(decision.tenant()).contains("acme");
        assertThat(decision.hotline()).contains("service");
        assertThat(decision.ruleSetVersion()).isEqualTo(3);
    }

    @Test
    void an_unknown_service_number_is_refused_with_404() {
        Call call = new Call(
                "call-1",
                "carrier",
                "",
                ServiceNumber.of("+498009999999"),
                CallingParty.ANONYMOUS,
                Optional.empty(),
                "",
                1,
                house.now);

        Decision decision = house.decide(call, NO_HURRY);

        assertThat(decision.outcome())
                .isEqualTo(new RouteDecision.Rejected(
                        ReleaseCause.UNKNOWN_SERVICE_NUMBER, RejectReason.UNKNOWN_SERVICE_NUMBER, Optional.empty()));
        assertThat(decision.tenant()).isEmpty();
    }

    @Test
    void without_a_matching_rule_the_default_route_answers_and_says_so() {
        assertDefault(house.decide(CALLER), DefaultReason.NO_RULE_MATCHED);
        assertThat(house.noted).contains(new TraceEvent.FellBack(DefaultReason.NO_RULE_MATCHED));
    }

    @Test
    void a_bug_in_the_rules_costs_the_call_its_rules_but_not_its_answer() {
        house.rules = facts -> {
            throw new IllegalStateException("bug");
        };

        assertDefault(house.decide(CALLER), DefaultReason.RULE_FAILED);
        assertThat(house.faults).containsExactly("deciding a call of acme: bug");
    }

    @Test
    void endless_recursion_in_the_rules_costs_the_call_its_rules_but_not_its_answer() {
        house.rules = facts -> {
            throw new StackOverflowError();
        };

        assertDefault(house.decide(CALLER), DefaultReason.RULE_FAILED);
    }

    @Test
    void a_passed_deadline_gives_the_default_route_without_asking_the_rules() {
        house.rules = facts -> {
            throw new IllegalStateException("must not be asked");
        };
        Deadline passed = new Deadline(0, () -> 0);

        assertDefault(house.decide(house.callFrom(CALLER), passed), DefaultReason.DEADLINE);
        assertThat(house.faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DEADLINE", "STEP_LIMIT"})
    void rules_that_gave_up_give_the_default_route_with_their_reason(DefaultReason reason) {
        house.rules = facts -> new Ruling.GivenUp(reason);

        assertDefault(house.decide(CALLER), reason);
    }

    @Test
    void a_broken_customer_store_makes_its_callers_unknown_ones() {
        AtomicReference<Facts> seen = seeFacts();
        house.storeBroken = true;

        Decision decision = house.decide(CALLER);

        assertThat(seen.get().callerMatch()).isEqualTo(CallerMatch.UNKNOWN);
        assertThat(decision.customerLookUpFailed()).isTrue();
        assertThat(house.faults).hasSize(1);
        assertThat(house.noted).contains(new TraceEvent.LookUpFailed("the file is gone"));
    }

    @Test
    void a_plan_with_nothing_left_falls_to_its_overflow_plan() {
        house.target("desk")
                .target("night")
                .plan("day", weekdays("desk", 18, 20))
                .plan("night-desk", to("night"))
                .overflow("day", "night-desk")
                .ruling("day");

        assertThat(targetIds(house.decide(CALLER))).containsExactly("night");
        assertThat(house.noted).contains(new TraceEvent.Overflowed("day", "night-desk"));
    }

    @Test
    void a_plan_with_nothing_left_and_no_overflow_falls_to_the_default_route() {
        house.target("desk").plan("day", weekdays("desk", 18, 20)).ruling("day");

        assertDefault(house.decide(CALLER), DefaultReason.PLAN_EMPTY);
    }

    @Test
    void plans_that_overflow_into_each_other_end_in_the_default_route() {
        house.plan("one", toPlan("two"))
                .plan("two", toPlan("one"))
                .overflow("one", "two")
                .overflow("two", "one")
                .ruling("one");

        assertDefault(house.decide(CALLER), DefaultReason.PLAN_EMPTY);
    }

    @Test
    void the_default_route_does_not_care_for_the_status_of_its_targets() {
        house.outOfService.add("switchboard");

        assertDefault(house.decide(CALLER), DefaultReason.NO_RULE_MATCHED);
    }

    @Test
    void a_refusal_by_a_rule_plays_no_announcement() {
        house.announcements = List.of("greeting");
        house.rules = facts -> new Ruling.Refuse(new ReleaseCause(21, 603, "Decline"), RULE);

        Decision decision = house.decide(CALLER);

        assertThat(decision.outcome())
                .isEqualTo(new RouteDecision.Rejected(
                        new ReleaseCause(21, 603, "Decline"), RejectReason.REJECTED_BY_RULE, Optional.of(RULE)));
        assertThat(decision.announcements()).isEmpty();
    }

    @Test
    void announcements_that_rules_derived_are_played_on_the_default_route_too() {
        house.announcements = List.of("storm-damage");

        assertThat(house.decide(CALLER).announcements()).containsExactly("storm-damage");
    }

    @Test
    void overload_answers_the_default_route_without_asking_the_rules() {
        house.rules = facts -> {
            throw new IllegalStateException("must not be asked");
        };

        Decision decision = house.router().defaultRoute(house.callFrom(CALLER), DefaultReason.OVERLOAD);

        assertDefault(decision, DefaultReason.OVERLOAD);
        assertThat(house.faults).isEmpty();
    }

    @ParameterizedTest(name = "{0} candidates, trunk {1}: {2}")
    @CsvSource({"0, false, UNKNOWN", "1, false, UNIQUE", "1, true, ORGANISATION", "2, false, AMBIGUOUS"})
    void rules_see_how_the_caller_was_recognised(int candidates, boolean trunk, CallerMatch expected) {
        AtomicReference<Facts> seen = seeFacts();
        List<CustomerProfile> found =
                List.of(customer("K1", "10"), customer("K2", "20")).subList(0, candidates);
        house.customers.put(493023125001L, new CustomerMatches(trunk, found));

        house.decide(CALLER);

        assertThat(seen.get().callerMatch()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"MOST_VALUABLE, K2", "FIRST, K1", "NONE, ''"})
    void the_tenants_policy_picks_among_several_customers(SeveralMatches policy, String expected) {
        AtomicReference<Facts> seen = seeFacts();
        house.severalMatches = policy;
        house.customer(CALLER, customer("K1", "10"), customer("K2", "20"));

        house.decide(CALLER);

        assertThat(seen.get().customer().map(CustomerProfile::id).orElse("")).isEqualTo(expected);
    }

    @Test
    void a_caller_without_a_number_is_anonymous_to_the_rules() {
        AtomicReference<Facts> seen = seeFacts();

        house.decide("");

        assertThat(seen.get().callerMatch()).isEqualTo(CallerMatch.ANONYMOUS);
        assertThat(seen.get().customer()).isEmpty();
    }

    @Test
    void each_decision_has_an_id_of_its_own_that_begins_with_its_time() {
        Router router = house.router();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ids.add(router.defaultRoute(house.callFrom(CALLER), DefaultReason.OVERLOAD)
                    .id());
        }

        assertThat(ids).hasSize(1_000).allMatch(id -> id.matches("[0-7][0-9A-HJKMNP-TV-Z]{25}"));
        assertThat(ids.stream().map(id -> id.substring(0, 10)).distinct()).hasSize(1);
    }

    private AtomicReference<Facts> seeFacts() {
        AtomicReference<Facts> seen = new AtomicReference<>();
        house.rules = facts -> {
            seen.set(facts);
            return Ruling.SILENT;
        };
        return seen;
    }

    private static void assertDefault(Decision decision, DefaultReason reason) {
        assertThat(targetIds(decision)).containsExactly("switchboard");
        assertThat(decision.outcome())
                .isInstanceOfSatisfying(
                        RouteDecision.Defaulted.class,
                        defaulted -> assertThat(defaulted.reason()).isEqualTo(reason));
    }
}
