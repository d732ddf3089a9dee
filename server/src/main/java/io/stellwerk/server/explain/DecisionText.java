package io.stellwerk.server.explain;

import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RejectReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.route.ReleaseCause;

/** A decision in a line. */
public final class DecisionText {

    private DecisionText() {}

    /** {@code route by plan night-desk, because of rules/hours.csv#night}. */
    public static String summary(Decision decision) {
        return decision.outcome()
                .fold(
                        routed -> "route by " + planText(routed.planRef()) + ", because of " + routed.decidedBy(),
                        rejected -> "refuse with " + cause(rejected.cause()) + ", "
                                + rejected.decidedBy()
                                        .map(RuleId::toString)
                                        .map(rule -> "because of " + rule)
                                        .orElse("because " + words(rejected.reason())),
                        defaulted -> "default route by " + planText(defaulted.planRef()) + ", because "
                                + words(defaulted.reason()));
    }

    /** Why a call took its default route, as the end of a sentence. */
    public static String words(DefaultReason reason) {
        return switch (reason) {
            case NO_RULE_MATCHED -> "no rule matched (NO_RULE_MATCHED)";
            case DEADLINE -> "the time was over (DEADLINE)";
            case OVERLOAD -> "there was too much to do (OVERLOAD)";
            case STEP_LIMIT -> "the rules went on deriving without an end (STEP_LIMIT)";
            case RULE_FAILED -> "the evaluation failed (RULE_FAILED)";
            case PLAN_EMPTY -> "the chosen plan has no target left (PLAN_EMPTY)";
        };
    }

    private static String words(RejectReason reason) {
        return switch (reason) {
            case UNKNOWN_SERVICE_NUMBER -> "nobody owns this service number (UNKNOWN_SERVICE_NUMBER)";
            case EMERGENCY_NUMBER -> "it is an emergency number (EMERGENCY_NUMBER)";
            case REJECTED_BY_RULE -> "a rule says so (REJECTED_BY_RULE)";
        };
    }

    private static String planText(String planRef) {
        return planRef.startsWith("person:") ? planRef : "plan " + planRef;
    }

    private static String cause(ReleaseCause cause) {
        return "SIP " + cause.sipCode() + " " + cause.sipReason() + ", Q.850 cause " + cause.q850();
    }
}
