package io.stellwerk.rules.lower;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.route.Template;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.rules.table.Action;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table's row or a DRL rule with what it answers, made ready for as many calls as may come. */
final class LoweredRow {

    private final RuleId id;
    private final Action action;
    private final Optional<String> activationGroup;
    /** The same for every call: null if it needs facts, or if the row decides nothing. */
    private final @Nullable Ruling fixed;

    LoweredRow(RuleId id, Action action, Optional<String> activationGroup) {
        this.id = id;
        this.action = action;
        this.activationGroup = activationGroup;
        if (action.reject().isPresent()) {
            this.fixed = new Ruling.Refuse(action.reject().get(), id);
        } else {
            this.fixed = action.plan()
                    .filter(plan -> plan.facts().isEmpty())
                    .map(plan -> new Ruling.RouteTo(plan.text(), id))
                    .orElse(null);
        }
    }

    RuleId id() {
        return id;
    }

    List<String> announcements() {
        return action.announcements();
    }

    List<String> segments() {
        return action.segments();
    }

    /** Of the rows of one group only one derives. */
    Optional<String> activationGroup() {
        return activationGroup;
    }

    /** What the row decides; null, and noted, if its plan does not exist. */
    @Nullable Ruling ruling(Evaluation evaluation) {
        Ruling ruling = fixed != null ? fixed : filled(evaluation);
        if (ruling instanceof Ruling.RouteTo to && !evaluation.exists(to.planRef())) {
            ruling = null;
            skip(evaluation, to.planRef());
        }
        return ruling;
    }

    private @Nullable Ruling filled(Evaluation evaluation) {
        Template plan =
                action.plan().orElseThrow(() -> new IllegalStateException("Row " + id + " neither routes nor refuses"));
        Optional<String> planRef = plan.fill(evaluation::factText);
        if (planRef.isEmpty()) {
            skip(evaluation, plan.text());
            return null;
        }
        return new Ruling.RouteTo(planRef.get(), id);
    }

    private void skip(Evaluation evaluation, String missing) {
        if (evaluation.explained()) {
            evaluation.note(new TraceEvent.Skipped(id, missing));
        }
    }
}
