package io.stellwerk.engine.router;

import static io.stellwerk.engine.router.RoutingHouse.BERLIN;
import static io.stellwerk.engine.router.RoutingHouse.customer;
import static io.stellwerk.engine.router.RoutingHouse.share;
import static io.stellwerk.engine.router.RoutingHouse.targetIds;
import static io.stellwerk.engine.router.RoutingHouse.to;
import static io.stellwerk.engine.router.RoutingHouse.toPerson;
import static io.stellwerk.engine.router.RoutingHouse.toPlan;
import static io.stellwerk.engine.router.RoutingHouse.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.decision.trace.TraceEvent.StepOutcome;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {

    private static final String CALLER = "+493023125001";

    private final RoutingHouse house =
            new RoutingHouse().target("kiel").target("luebeck").target("husum");

    @Test
    void targets_are_tried_in_the_order_of_the_steps() {
        house.plan("service", to("luebeck"), to("kiel"), to("husum")).ruling("service");

        assertThat(targetIds(house.decide(CALLER))).containsExactly("luebeck", "kiel", "husum");
    }

    @Test
    void a_target_out_of_service_is_left_out() {
        house.plan("service", to("luebeck"), to("kiel")).ruling("service");
        house.outOfService.add("luebeck");

        assertThat(targetIds(house.decide(CALLER))).containsExactly("kiel");
        assertThat(house.noted)
                .contains(new TraceEvent.StepPlaced(
                        "service", 1, "luebeck", StepOutcome.OUT_OF_SERVICE, "", Optional.empty()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-24T07:59, husum",
        "2026-11-24T08:00, kiel",
        "2026-11-24T17:59, kiel",
        "2026-11-24T18:00, husum",
        "2026-11-22T10:00, husum",
        "2026-10-31T10:00, husum",
        "2025-10-31T10:00, husum"
    })
    void opening_hours_weekdays_and_holidays_choose_the_target(LocalDateTime at, String expected) {
        house.plan("service", weekdays("kiel", 8, 18), to("husum")).ruling("service");
        house.holidays = Set.of(LocalDate.of(2025, 10, 31), LocalDate.of(2026, 10, 31));
        house.now = at.atZone(BERLIN).toInstant();

        assertThat(targetIds(house.decide(CALLER)).get(0)).isEqualTo(expected);
    }

    @Test
    void shares_spread_callers_as_they_say() {
        house.plan("service", share("kiel", 70), share("luebeck", 30)).ruling("service");

        Map<String, Integer> firsts = firstTargets(10_000);

        assertThat(firsts.get("kiel")).isBetween(6_800, 7_200);
        assertThat(firsts.get("kiel") + firsts.get("luebeck")).isEqualTo(10_000);
    }

    @Test
    void the_other_alternatives_are_tried_after_the_one_that_was_drawn() {
        house.plan("service", share("kiel", 70), share("luebeck", 30), to("husum"))
                .ruling("service");

        assertThat(targetIds(house.decide(CALLER)))
                .containsExactlyInAnyOrder("kiel", "luebeck", "husum")
                .endsWith("husum");
    }

    @Test
    void shares_renormalise_when_a_target_is_out_and_nobody_else_moves() {
        house.plan("service", share("kiel", 50), share("luebeck", 30), share("husum", 20))
                .ruling("service");
        List<String> callers = callers(6_000);
        List<String> before = callers.stream().map(this::firstTarget).toList();

        house.outOfService.add("kiel");
        List<String> after = callers.stream().map(this::firstTarget).toList();

        Map<String, Integer> movedTo = new HashMap<>();
        for (int i = 0; i < callers.size(); i++) {
            if (before.get(i).equals("kiel")) {
                movedTo.merge(after.get(i), 1, Integer::sum);
            } else {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        double toLuebeck = (double) movedTo.get("luebeck") / (movedTo.get("luebeck") + movedTo.get("husum"));
        assertThat(toLuebeck).isBetween(0.56, 0.64);
    }

    @Test
    void a_caller_stays_where_he_was() {
        house.plan("service", share("kiel", 50), share("luebeck", 50)).ruling("service");

        for (String caller : callers(50)) {
            assertThat(targetIds(house.decide(caller))).isEqualTo(targetIds(house.decide(caller)));
        }
    }

    @Test
    void a_closed_alternative_leaves_its_share_to_the_others() {
        PlanStep closed =
                new PlanStep(new Goal.ToTarget("kiel"), weekdays("kiel", 20, 21).hours(), 90, Optional.empty());
        house.plan("service", closed, share("luebeck", 10)).ruling("service");

        assertThat(firstTargets(100)).containsExactlyEntriesOf(Map.of("luebeck", 100));
    }

    @Test
    void the_owner_of_an_offer_is_called_and_then_his_deputy() {
        house.person("lars", "+493023125100", "inge")
                .person("inge", "+493023125101", "")
                .customer(CALLER, customer("lars", "1"))
                .plan("account-manager", toPerson("{customer.id}"), to("kiel"))
                .ruling("account-manager");

        Decision decision = house.decide(CALLER);

        assertThat(targetIds(decision)).containsExactly("person:lars", "person:inge", "kiel");
        decision.outcome()
                .fold(
                        routed -> assertThat(routed.routes()
                                        .get(0)
                                        .target()
                                        .addresses()
                                        .get(0)
                                        .uri())
                                .isEqualTo("sip:+493023125100@pbx.example"),
                        rejected -> null,
                        defaulted -> null);
    }

    @Test
    void a_person_who_is_not_in_the_directory_is_left_out() {
        house.customer(CALLER, customer("nobody", "1"))
                .plan("account-manager", toPerson("{customer.id}"), to("kiel"))
                .ruling("account-manager");

        assertThat(targetIds(house.decide(CALLER))).containsExactly("kiel");
    }

    @Test
    void a_plan_reference_may_be_a_person() {
        house.person("lars", "+493023125100", "").ruling("person:lars");

        assertThat(targetIds(house.decide(CALLER))).containsExactly("person:lars");
    }

    @Test
    void a_step_may_be_another_plan_whose_targets_take_its_place() {
        house.plan("inner", to("luebeck"), to("kiel"))
                .plan("outer", to("kiel"), toPlan("inner"), to("husum"))
                .ruling("outer");

        assertThat(targetIds(house.decide(CALLER))).containsExactly("kiel", "luebeck", "husum");
    }

    @Test
    void a_steps_ring_timeout_counts_instead_of_its_targets_own() {
        PlanStep step =
                new PlanStep(new Goal.ToTarget("kiel"), Optional.empty(), 0, Optional.of(Duration.ofSeconds(9)));
        house.plan("service", step, to("luebeck")).ruling("service");

        List<Duration> timeouts = house.decide(CALLER)
                .outcome()
                .fold(
                        routed -> routed.routes().stream()
                                .map(route -> route.ringTimeout())
                                .toList(),
                        rejected -> List.of(),
                        defaulted -> List.of());

        assertThat(timeouts).containsExactly(Duration.ofSeconds(9), Duration.ofSeconds(20));
    }

    @Test
    void any_web_of_plans_ends_with_each_target_at_most_once() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            RoutingHouse any = new RoutingHouse();
            List<String> plans = List.of("p0", "p1", "p2", "p3", "p4");
            for (int i = 0; i < 5; i++) {
                any.target("t" + i);
            }
            for (String plan : plans) {
                any.plan(plan, steps(random));
                if (random.nextBoolean()) {
                    any.overflow(plan, "p" + random.nextInt(5));
                }
            }
            if (random.nextBoolean()) {
                any.outOfService.add("t" + random.nextInt(5));
            }

            List<String> placed = targetIds(any.ruling("p0").decide(CALLER));

            assertThat(placed).as("seed %d, round %d", seed, round).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static PlanStep[] steps(SplittableRandom random) {
        List<PlanStep> steps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            steps.add(
                    switch (random.nextInt(3)) {
                        case 0 -> to("t" + random.nextInt(5));
                        case 1 -> share("t" + random.nextInt(5), 1 + random.nextInt(100));
                        default -> toPlan("p" + random.nextInt(5));
                    });
        }
        return steps.toArray(PlanStep[]::new);
    }

    private Map<String, Integer> firstTargets(int calls) {
        Map<String, Integer> firsts = new HashMap<>();
        callers(calls).forEach(caller -> firsts.merge(firstTarget(caller), 1, Integer::sum));
        return firsts;
    }

    private String firstTarget(String caller) {
        return targetIds(house.decide(caller)).get(0);
    }

    private static List<String> callers(int count) {
        List<String> callers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add("+4930" + (23_000_000 + i));
        }
        return callers;
    }
}
