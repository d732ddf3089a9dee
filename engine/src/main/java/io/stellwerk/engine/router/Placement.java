package io.stellwerk.engine.router;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.decision.trace.TraceEvent.StepOutcome;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.PeopleTarget;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a plan into targets in order of trial, for one call.
 *
 * <p>Each plan is entered at most once and each target placed at most once, so it ends whatever the plans look like.
 */
final class Placement {

    /** A plan reference that begins so names a person instead. */
    static final String PERSON = "person:";

    private final LiveTenant tenant;
    private final Facts facts;
    private final Holidays holidays;
    private final DecisionTrace trace;
    private final Map<String, PlacedRoute> placed = new LinkedHashMap<>();
    private final Set<String> entered = new HashSet<>();

    Placement(LiveTenant tenant, Facts facts, Holidays holidays, DecisionTrace trace) {
        this.tenant = tenant;
        this.facts = facts;
        this.holidays = holidays;
        this.trace = trace;
    }

    /** Whether a plan reference leads anywhere. */
    static boolean exists(LiveTenant tenant, String planRef) {
        if (planRef.startsWith(PERSON)) {
            return tenant.ruleSet().people().isPresent()
                    && tenant.customers()
                            .person(planRef.substring(PERSON.length()))
                            .isPresent();
        }
        return tenant.ruleSet().plans().containsKey(planRef);
    }

    /** The targets of a plan, or of the plans it overflows to; empty if they have nothing left. */
    List<PlacedRoute> of(String planRef) {
        if (planRef.startsWith(PERSON)) {
            placePerson(planRef, 1, planRef.substring(PERSON.length()), Optional.empty(), Optional.empty());
        } else {
            enter(planRef);
        }
        return new ArrayList<>(placed.values());
    }

    private void enter(String planId) {
        RoutePlan plan = tenant.ruleSet().plans().get(planId);
        if (plan == null || !entered.add(planId)) {
            note(planId, 0, planId, plan == null ? StepOutcome.UNKNOWN_TARGET : StepOutcome.LOOP);
            return;
        }
        int before = placed.size();
        placeSteps(plan);
        if (placed.size() == before && plan.overflowPlanId().isPresent()) {
            String overflow = plan.overflowPlanId().get();
            if (trace.wanted()) {
                trace.note(new TraceEvent.Overflowed(planId, overflow));
            }
            enter(overflow);
        }
    }

    private void placeSteps(RoutePlan plan) {
        List<PlanStep> steps = plan.steps();
        int at = 0;
        while (at < steps.size()) {
            int end = endOfShares(steps, at);
            if (end > at) {
                placeShares(plan, at, end);
                at = end;
            } else {
                place(plan.id(), at + 1, steps.get(at), Optional.empty());
                at++;
            }
        }
    }

    /** The end of the run of neighbouring steps with a share that begins at {@code from}; {@code from} if none does. */
    private static int endOfShares(List<PlanStep> steps, int from) {
        int end = from;
        while (end < steps.size() && steps.get(end).sharePercent() > 0) {
            end++;
        }
        return end;
    }

    private void placeShares(RoutePlan plan, int from, int end) {
        List<Lot> lots = new ArrayList<>(end - from);
        for (int i = from; i < end; i++) {
            PlanStep step = plan.steps().get(i);
            lots.add(Lot.draw(lotKey(), plan.id(), i, step.goal().text(), step.sharePercent()));
        }
        lots.sort(Lot.BEST_FIRST);
        for (Lot lot : lots) {
            PlanStep step = plan.steps().get(lot.step());
            place(plan.id(), lot.step() + 1, step, trace.wanted() ? Optional.of(drawn(step, lot)) : Optional.empty());
        }
    }

    private static TraceEvent.Drawn drawn(PlanStep step, Lot lot) {
        return new TraceEvent.Drawn(step.sharePercent(), lot.draw());
    }

    /** A caller stays where he was; without a number each call draws anew. */
    private long lotKey() {
        Optional<PhoneNumber> number = facts.call().calling().number();
        return number.isPresent()
                ? number.get().digits()
                : Lot.hash(facts.call().requestId());
    }

    private void place(String planId, int number, PlanStep step, Optional<TraceEvent.Drawn> drawn) {
        if (step.hours().isPresent() && !step.hours().get().openAt(facts.call().at(), holidays)) {
            noteClosed(planId, number, step);
            return;
        }
        if (step.goal() instanceof Goal.ToTarget to) {
            placeTarget(
                    planId, number, to.targetId(), tenant.ruleSet().targets().get(to.targetId()), step, drawn);
        } else if (step.goal() instanceof Goal.ToPlan to) {
            note(planId, number, to.planId(), StepOutcome.PLACED, drawn);
            enter(to.planId());
        } else if (step.goal() instanceof Goal.ToPerson to) {
            Optional<String> id =
                    to.personId().fill(name -> tenant.ruleSet().rules().factText(name, facts));
            if (id.isPresent()) {
                placePerson(planId, number, id.get(), step.ringTimeout(), drawn);
            } else {
                note(planId, number, step.goal().text(), StepOutcome.UNKNOWN_PERSON, drawn);
            }
        }
    }

    private void placeTarget(
            String planId,
            int number,
            String targetId,
            @Nullable RouteTarget target,
            PlanStep step,
            Optional<TraceEvent.Drawn> drawn) {
        if (target == null) {
            note(planId, number, targetId, StepOutcome.UNKNOWN_TARGET, drawn);
        } else {
            add(planId, number, target, step.ringTimeout(), drawn);
        }
    }

    private void placePerson(
            String planId, int number, String id, Optional<Duration> ringTimeout, Optional<TraceEvent.Drawn> drawn) {
        Optional<Person> person = tenant.customers().person(id);
        Optional<PeopleTarget> people = tenant.ruleSet().people();
        if (person.isEmpty() || people.isEmpty()) {
            note(planId, number, PERSON + id, StepOutcome.UNKNOWN_PERSON, drawn);
            return;
        }
        add(planId, number, people.get().of(person.get()), ringTimeout, drawn);
        if (!person.get().deputy().isEmpty()) {
            tenant.customers()
                    .person(person.get().deputy())
                    .ifPresent(deputy -> add(planId, number, people.get().of(deputy), ringTimeout, drawn));
        }
    }

    private void add(
            String planId,
            int number,
            RouteTarget target,
            Optional<Duration> ringTimeout,
            Optional<TraceEvent.Drawn> drawn) {
        StepOutcome outcome = StepOutcome.PLACED;
        if (!tenant.targetStatus().inService(target.id())) {
            outcome = StepOutcome.OUT_OF_SERVICE;
        } else if (placed.putIfAbsent(target.id(), new PlacedRoute(target, ringTimeout.orElse(target.ringTimeout())))
                != null) {
            outcome = StepOutcome.ALREADY_PLACED;
        }
        note(planId, number, target.id(), outcome, drawn);
    }

    private void note(String planId, int number, String goal, StepOutcome outcome) {
        note(planId, number, goal, outcome, Optional.empty());
    }

    private void note(String planId, int number, String goal, StepOutcome outcome, Optional<TraceEvent.Drawn> drawn) {
        if (trace.wanted()) {
            trace.note(new TraceEvent.StepPlaced(planId, number, goal, outcome, "", drawn));
        }
    }

    private void noteClosed(String planId, int number, PlanStep step) {
        if (trace.wanted()) {
            String hours = step.hours().map(OpeningHours::id).orElse("");
            trace.note(new TraceEvent.StepPlaced(
                    planId, number, step.goal().text(), StepOutcome.CLOSED, hours, Optional.empty()));
        }
    }
}
