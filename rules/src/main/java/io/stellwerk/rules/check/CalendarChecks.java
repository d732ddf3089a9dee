package io.stellwerk.rules.check;

import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.read.Placed;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calendars that nobody asks, and what is never open. */
final class CalendarChecks {

    private static final String OPEN_CALENDARS = "call.openCalendars";

    private final RuleSetDraft draft;
    private final Findings findings;
    private final Map<String, RoutePlan> plans = new HashMap<>();

    CalendarChecks(RuleSetDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        draft.plans().forEach(plan -> plans.putIfAbsent(plan.value().id(), plan.value()));
    }

    void run() {
        if (!findings.soundIn(RuleSetFiles.CALENDARS) || !findings.soundIn(RuleSetFiles.PLANS)) {
            return;
        }
        draft.calendars().stream()
                .filter(calendar -> !isEverOpen(calendar.value()))
                .forEach(this::tellClosed);
        draft.plans().stream()
                .filter(plan -> !isEverOpen(plan.value(), new HashSet<>()))
                .forEach(this::tellClosedPlan);
        if (draft.allTablesSound()) {
            findUnused();
        }
    }

    private void tellClosed(Placed<OpeningHours> calendar) {
        String id = calendar.value().id();
        findings.add(FindingCode.NEVER_OPEN.at(
                calendar.at().placeOf("open").in(id, "open"),
                "The calendar '" + id + "' is never open.",
                "Give it hours, or take it out."));
    }

    private void tellClosedPlan(Placed<RoutePlan> plan) {
        String id = plan.value().id();
        findings.add(FindingCode.NEVER_OPEN.at(
                plan.at().placeOf("steps").in(id, "steps"),
                "No step of the plan '" + id + "' is ever open, and it overflows to nothing that is.",
                "Give it a step that is open at some time, or an overflow."));
    }

    private static boolean isEverOpen(OpeningHours hours) {
        return !hours.week().isEmpty()
                || !hours.onHolidays().isEmpty()
                || hours.exceptions().stream()
                        .anyMatch(exception -> !exception.hours().isEmpty());
    }

    private boolean isEverOpen(RoutePlan plan, Set<String> entered) {
        return entered.add(plan.id())
                && (plan.steps().stream().anyMatch(step -> isEverOpen(step, entered))
                        || plan.overflowPlanId()
                                .filter(id -> isEverOpen(id, entered))
                                .isPresent());
    }

    private boolean isEverOpen(PlanStep step, Set<String> entered) {
        boolean leads = !(step.goal() instanceof Goal.ToPlan to) || isEverOpen(to.planId(), entered);
        return leads && step.hours().filter(hours -> !isEverOpen(hours)).isEmpty();
    }

    /** What is not there is told elsewhere. */
    private boolean isEverOpen(String planId, Set<String> entered) {
        RoutePlan plan = plans.get(planId);
        return plan == null || isEverOpen(plan, entered);
    }

    private void findUnused() {
        Set<String> used = new HashSet<>();
        draft.plans().forEach(plan -> plan.at().list("steps").forEach(step -> used.add(step.text("calendar"))));
        cells().flatMap(cell -> cell.terms().stream()).forEach(term -> {
            if (term instanceof Term.Is is) {
                used.add(is.value().toString());
            } else {
                // Who asks whether any is open asks all of them.
                draft.calendars().forEach(calendar -> used.add(calendar.value().id()));
            }
        });
        for (Placed<OpeningHours> calendar : draft.calendars()) {
            String id = calendar.value().id();
            if (!used.contains(id)) {
                findings.add(FindingCode.UNUSED_CALENDAR.at(
                        calendar.at().placeOf("id").in(id, "id"),
                        "No plan and no rule asks whether the calendar '" + id + "' is open.",
                        "Take it out, or use it."));
            }
        }
    }

    private Stream<Cell> cells() {
        Stream<Cell> ofTables = draft.tables().stream()
                .flatMap(table -> IntStream.range(0, table.conditions().size())
                        .filter(i -> table.conditions().get(i).fact().name().equals(OPEN_CALENDARS))
                        .boxed()
                        .flatMap(i ->
                                table.rows().stream().map(row -> row.cells().get(i))));
        Stream<Cell> ofRules = draft.rules().stream()
                .flatMap(rule -> Asked.tests(rule.when()))
                .filter(test -> test.fact().name().equals(OPEN_CALENDARS))
                .map(Formula.Test::cell);
        return Stream.concat(ofTables, ofRules);
    }
}
