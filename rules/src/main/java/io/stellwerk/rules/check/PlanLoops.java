package io.stellwerk.rules.check;

import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.read.Element;
import io.stellwerk.rules.read.Placed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans that lead back to themselves, through steps or overflow. */
final class PlanLoops {

    private record Edge(String to, Place place) {}

    private record Visit(String plan, Iterator<Edge> rest) {}

    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Findings findings;

    private PlanLoops(Findings findings) {
        this.findings = findings;
    }

    /** One finding for each reference that closes a loop. */
    static void find(List<Placed<RoutePlan>> plans, Findings findings) {
        PlanLoops loops = new PlanLoops(findings);
        plans.forEach(plan -> loops.edges.putIfAbsent(plan.value().id(), edges(plan)));
        loops.edges.keySet().forEach(loops::walk);
    }

    private static List<Edge> edges(Placed<RoutePlan> plan) {
        List<Edge> edges = new ArrayList<>();
        String id = plan.value().id();
        List<Element> steps = plan.at().list("steps");
        for (int i = 0; i < steps.size(); i++) {
            if (plan.value().steps().get(i).goal() instanceof Goal.ToPlan to) {
                edges.add(new Edge(to.planId(), steps.get(i).placeOf("plan").in(id, "plan")));
            }
        }
        plan.value()
                .overflowPlanId()
                .ifPresent(to ->
                        edges.add(new Edge(to, plan.at().placeOf("overflow").in(id, "overflow"))));
        return edges;
    }

    /** Depth first, on a stack of our own: chains of plans may be long. */
    private void walk(String start) {
        Deque<Visit> stack = new ArrayDeque<>();
        Set<String> open = new HashSet<>();
        enter(start, stack, open);
        while (!stack.isEmpty()) {
            Visit visit = stack.getLast();
            if (!visit.rest().hasNext()) {
                stack.removeLast();
                open.remove(visit.plan());
                continue;
            }
            Edge edge = visit.rest().next();
            if (open.contains(edge.to())) {
                addLoop(edge, stack);
            } else {
                enter(edge.to(), stack, open);
            }
        }
    }

    private void enter(String plan, Deque<Visit> stack, Set<String> open) {
        if (done.add(plan)) {
            open.add(plan);
            stack.addLast(new Visit(plan, edges.getOrDefault(plan, List.of()).iterator()));
        }
    }

    private void addLoop(Edge closing, Deque<Visit> stack) {
        List<String> way = stack.stream()
                .map(Visit::plan)
                .dropWhile(plan -> !plan.equals(closing.to()))
                .toList();
        findings.add(FindingCode.PLAN_LOOP.at(
                closing.place(),
                "The plan '" + closing.to() + "' leads back to itself: " + String.join(" > ", way) + " > "
                        + closing.to() + ".",
                "Take one of these references out."));
    }
}
