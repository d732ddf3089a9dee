package io.stellwerk.rules.explain;

import io.stellwerk.rules.explain.Explanation.PlacementStep;
import io.stellwerk.rules.explain.RuleTrial.FailedCondition;
import java.util.Locale;

/** The parts of an explanation in words, each a line. Immutable, any thread. */
public final class Wording {

    private final Texts texts;

    public Wording(Language language) {
        this.texts = Texts.in(language);
    }

    /** A rule with the line where it stands. */
    public String rule(RuleRef rule) {
        return rule.line() > 0
                ? texts.text(Phrase.LINE, rule.id(), rule.line())
                : rule.id().toString();
    }

    /** What became of a rule, and why. */
    public String trial(RuleTrial trial) {
        String rule = rule(trial.rule());
        return switch (trial.outcome()) {
            case NOT_MATCHED ->
                texts.text(
                        Phrase.TRIAL_NOT_MATCHED,
                        rule,
                        trial.failed().map(this::failed).orElse(""));
            case SKIPPED ->
                texts.text(Phrase.TRIAL_SKIPPED, rule, trial.missingPlan().orElse(""));
            case DECIDED -> texts.text(Phrase.TRIAL_DECIDED, rule);
            case ALSO_MATCHED -> texts.text(Phrase.TRIAL_ALSO_MATCHED, rule);
            case COUNTED -> texts.text(Phrase.TRIAL_COUNTED, rule);
            case NOT_REACHED -> texts.text(Phrase.TRIAL_NOT_REACHED, rule);
            case SWITCHED_OFF -> texts.text(Phrase.TRIAL_SWITCHED_OFF, rule);
        };
    }

    private String failed(FailedCondition failed) {
        return texts.text(Phrase.FAILED, factIs(failed.fact(), failed.actual()), failed.condition());
    }

    String factIs(String fact, String actual) {
        return actual.isEmpty()
                ? texts.text(Phrase.FACT_WITHOUT_VALUE, fact)
                : texts.text(Phrase.FACT_IS, fact, actual);
    }

    /** What became of a step of a plan. */
    public String placement(PlacementStep placement) {
        if (placement instanceof PlacementStep.Overflow overflow) {
            return texts.text(Phrase.OVERFLOW, overflow.plan(), overflow.goal());
        }
        return step((PlacementStep.Step) placement);
    }

    private String step(PlacementStep.Step step) {
        String where = step.step() > 0 ? texts.text(Phrase.STEP, step.plan(), step.step()) : step.plan();
        String drawn = step.drawn()
                .map(lot -> " (" + texts.text(Phrase.DRAWN, lot.sharePercent(), texts.number(lot.lot(), 2)) + ")")
                .orElse("");
        return String.format(Locale.ROOT, "%-30s %-26s %s%s", where, step.goal(), outcome(step), drawn);
    }

    private String outcome(PlacementStep.Step step) {
        return switch (step.outcome()) {
            case PLACED -> texts.text(Phrase.PLACED);
            case CLOSED -> texts.text(Phrase.CLOSED, step.hours());
            case OUT_OF_SERVICE -> texts.text(Phrase.OUT_OF_SERVICE);
            case UNKNOWN_PERSON -> texts.text(Phrase.UNKNOWN_PERSON);
            case UNKNOWN_TARGET -> texts.text(Phrase.UNKNOWN_TARGET);
            case ALREADY_PLACED -> texts.text(Phrase.ALREADY_PLACED);
            case LOOP -> texts.text(Phrase.LOOP);
        };
    }
}
