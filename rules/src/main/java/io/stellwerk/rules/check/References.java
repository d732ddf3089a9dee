package io.stellwerk.rules.check;

import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.read.Placed;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which plans and targets are named somewhere. */
final class References {

    private final Set<String> plans = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final Collection<String> known;
    private final Map<String, List<String>> matches = new HashMap<>();

    private References(Collection<String> knownPlans) {
        this.known = knownPlans;
    }

    static References of(RuleSetDraft draft) {
        References references = new References(draft.planNames().ids());
        draft.hotlines().forEach(hotline -> references.plans.add(hotline.value().defaultPlanId()));
        draft.plans().stream().map(Placed::value).forEach(references::add);
        for (DecisionTable table : draft.tables()) {
            for (Row row : table.rows()) {
                row.action().plan().ifPresent(plan -> references.plans.addAll(references.matching(plan)));
            }
        }
        draft.rules().stream()
                .flatMap(rule -> rule.action().plan().stream())
                .forEach(plan -> references.plans.addAll(references.matching(plan)));
        return references;
    }

    boolean plan(String id) {
        return plans.contains(id);
    }

    boolean target(String id) {
        return targets.contains(id);
    }

    private void add(RoutePlan plan) {
        plan.steps().forEach(step -> {
            if (step.goal() instanceof Goal.ToPlan to) {
                plans.add(to.planId());
            } else if (step.goal() instanceof Goal.ToTarget to) {
                targets.add(to.targetId());
            }
        });
        plan.overflowPlanId().ifPresent(plans::add);
    }

    private List<String> matching(Template plan) {
        return matches.computeIfAbsent(plan.text(), text -> matching(plan, known));
    }

    /** The ids that a template may become. */
    static List<String> matching(Template template, Collection<String> ids) {
        if (template.facts().isEmpty()) {
            return ids.contains(template.text()) ? List.of(template.text()) : List.of();
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < template.parts().size(); i++) {
            pattern.append(i % 2 == 0 ? Pattern.quote(template.parts().get(i)) : ".+");
        }
        Pattern compiled = Pattern.compile(pattern.toString());
        return ids.stream().filter(id -> compiled.matcher(id).matches()).toList();
    }
}
