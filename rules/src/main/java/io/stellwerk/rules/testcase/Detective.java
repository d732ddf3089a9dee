package io.stellwerk.rules.testcase;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.explain.Explanation;
import io.stellwerk.rules.explain.Explanation.Derivation;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.explain.RuleTrial;
import io.stellwerk.rules.explain.RuleTrial.Outcome;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.RejectWord;
import io.stellwerk.rules.testcase.Expected.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds in the explanation of a case what bears on its differences. */
final class Detective {

    /** Of more rules that lead to the same plan a reader learns nothing. */
    private static final int SUSPECTS = 6;

    private final RuleBook rules;
    private final Explanation explanation;
    private final List<Difference> differences;
    private final Map<RuleId, RuleTrial> trials = new HashMap<>();

    Detective(RuleBook rules, Explanation explanation, List<Difference> differences) {
        this.rules = rules;
        this.explanation = explanation;
        this.differences = differences;
        explanation.deriving().forEach(trial -> trials.put(trial.rule().id(), trial));
        explanation.deciding().forEach(trial -> trials.put(trial.rule().id(), trial));
    }

    Diagnosis diagnosis() {
        boolean otherTargets = differences.stream()
                .anyMatch(difference -> difference.aspect() == Aspect.TARGET || difference.aspect() == Aspect.TARGETS);
        return new Diagnosis(
                explanation.answer().rule(), suspects(), surplus(), otherTargets ? explanation.placement() : List.of());
    }

    private List<RuleTrial> suspects() {
        Set<RuleTrial> suspects = new LinkedHashSet<>();
        boolean ruleNamed = differences.stream().anyMatch(difference -> difference.aspect() == Aspect.RULE);
        for (Difference difference : differences) {
            // A named rule tells more than all those that lead to the same plan.
            if (difference.aspect() != Aspect.PLAN || !ruleNamed) {
                rules.entries().stream()
                        .filter(entry -> leadsTo(difference, entry))
                        .map(this::trial)
                        .filter(trial -> trial.outcome() != Outcome.DECIDED && trial.outcome() != Outcome.COUNTED)
                        .limit(SUSPECTS)
                        .forEach(suspects::add);
            }
        }
        return List.copyOf(suspects);
    }

    private RuleTrial trial(RuleBook.Entry entry) {
        RuleTrial trial = trials.get(entry.rule().id());
        if (trial != null) {
            return trial;
        }
        return new RuleTrial(
                entry.rule(),
                entry.enabled() ? Outcome.NOT_REACHED : Outcome.SWITCHED_OFF,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the rule, had it counted, would have made the difference disappear. */
    private static boolean leadsTo(Difference difference, RuleBook.Entry entry) {
        Action action = entry.action();
        Set<String> missing = missing(difference);
        return switch (difference.aspect()) {
            case RULE -> missing.contains(entry.rule().id().toString());
            case PLAN ->
                action.plan().map(Template::text).filter(missing::contains).isPresent();
            case REJECT ->
                action.reject().map(RejectWord::text).filter(missing::contains).isPresent();
            case SEGMENT -> action.segments().stream().anyMatch(missing::contains);
            case ANNOUNCEMENT -> action.announcements().stream().anyMatch(missing::contains);
            case TARGET, TARGETS, REASON -> false;
        };
    }

    private static Set<String> missing(Difference difference) {
        Set<String> missing = new LinkedHashSet<>();
        if (difference.expected().mode() != Mode.NONE_OF) {
            missing.addAll(difference.expected().values());
            difference.actual().forEach(missing::remove);
        }
        return missing;
    }

    private List<Derivation> surplus() {
        List<Derivation> surplus = new ArrayList<>();
        for (Difference difference : differences) {
            boolean segments = difference.aspect() == Aspect.SEGMENT;
            if (segments || difference.aspect() == Aspect.ANNOUNCEMENT) {
                Set<String> unwanted = unwanted(difference);
                explanation.derived().stream()
                        .filter(each -> each.segment() == segments && unwanted.contains(each.name()))
                        .forEach(surplus::add);
            }
        }
        return surplus;
    }

    private static Set<String> unwanted(Difference difference) {
        Expected expected = difference.expected();
        Set<String> unwanted = new LinkedHashSet<>(difference.actual());
        if (expected.mode() == Mode.NONE_OF) {
            unwanted.retainAll(expected.values());
        } else if (expected.mode() == Mode.EXACTLY) {
            expected.values().forEach(unwanted::remove);
        } else {
            unwanted.clear();
        }
        return unwanted;
    }
}
