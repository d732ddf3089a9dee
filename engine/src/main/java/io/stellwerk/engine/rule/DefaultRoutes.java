package io.stellwerk.engine.rule;

import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What answers when nothing else can: the unconditional targets of a hotline's default plan, in order of trial.
 *
 * <p>Hours, lots and target status do not apply to them, so they are the same at any moment, and a carrier can keep them
 * for the day on which the router is away.
 */
public final class DefaultRoutes {

    private final Map<String, RoutePlan> plans;
    private final Map<String, RouteTarget> targets;

    private DefaultRoutes(Map<String, RoutePlan> plans, Map<String, RouteTarget> targets) {
        this.plans = plans;
        this.targets = targets;
    }

    /** Empty if the plan has no step without conditions: such a rule set must not be published. */
    public static List<PlacedRoute> of(String planId, Map<String, RoutePlan> plans, Map<String, RouteTarget> targets) {
        Map<String, PlacedRoute> found = new LinkedHashMap<>();
        new DefaultRoutes(plans, targets).collect(planId, found, new HashSet<>());
        return new ArrayList<>(found.values());
    }

    private void collect(String planId, Map<String, PlacedRoute> found, Set<String> visited) {
        RoutePlan plan = plans.get(planId);
        if (plan == null || !visited.add(planId)) {
            return;
        }
        plan.steps().stream().filter(PlanStep::unconditional).forEach(step -> {
            if (step.goal() instanceof Goal.ToTarget to) {
                RouteTarget target = targets.get(to.targetId());
                if (target != null) {
                    found.putIfAbsent(target.id(), placed(target, step));
                }
            } else if (step.goal() instanceof Goal.ToPlan to) {
                collect(to.planId(), found, visited);
            }
        });
    }

    private static PlacedRoute placed(RouteTarget target, PlanStep step) {
        return new PlacedRoute(target, step.ringTimeout().orElse(target.ringTimeout()));
    }
}
