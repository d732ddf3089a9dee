package io.stellwerk.rules.explain;

import java.util.Optional;

/**
 * What became of one rule.
 *
 * @param failed why it did not match; only for {@link Outcome#NOT_MATCHED}
 * @param missingPlan the plan or person that does not exist; only for {@link Outcome#SKIPPED}
 */
public record RuleTrial(RuleRef rule, Outcome outcome, Optional<FailedCondition> failed, Optional<String> missingPlan) {

    /** The names are stable: JSON has them in lower case. */
    public enum Outcome {
        /** A condition was not met. */
        NOT_MATCHED,
        /** It matched, but its plan does not exist. */
        SKIPPED,
        /** It chose the plan or refused the call. */
        DECIDED,
        /** It would have decided if another rule had not come before. */
        ALSO_MATCHED,
        /** It derived something, or would have if that had not been there already. */
        COUNTED,
        /** It was not looked at: another row of its table came first, or the evaluation was given up. */
        NOT_REACHED,
        /** It takes no part. */
        SWITCHED_OFF
    }

    /**
     * The first condition that was not met.
     *
     * @param condition as its author wrote it
     * @param actual the fact's value; empty if it had none
     */
    public record FailedCondition(String fact, String condition, String actual) {}

    static RuleTrial of(RuleRef rule, Outcome outcome) {
        return new RuleTrial(rule, outcome, Optional.empty(), Optional.empty());
    }

    static RuleTrial notMatched(RuleRef rule, FailedCondition failed) {
        return new RuleTrial(rule, Outcome.NOT_MATCHED, Optional.of(failed), Optional.empty());
    }

    static RuleTrial skipped(RuleRef rule, String missingPlan) {
        return new RuleTrial(rule, Outcome.SKIPPED, Optional.empty(), Optional.of(missingPlan));
    }
}
