package io.stellwerk.engine.route;

import java.util.List;
import java.util.Optional;

/**
 * Targets in order of trial.
 *
 * @param id unique within the rule set
 * @param overflowPlanId the plan to use when no step of this one has anything left
 */
public record RoutePlan(String id, String name, List<PlanStep> steps, Optional<String> overflowPlanId) {

    public RoutePlan {
        steps = List.copyOf(steps);
    }
}
