package io.stellwerk.engine.decision.trace;

import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.fact.Facts;
import java.time.Duration;
import java.util.Optional;

/** Something that happened while a decision was made. Texts of values may be personal data: mask them when shown. */
public sealed interface TraceEvent {

    /** The caller was looked up. */
    record Recognised(CallerMatch match, int candidates, Duration took) implements TraceEvent {}

    /** The customers could not be read; the rules saw none. */
    record LookUpFailed(String why) implements TraceEvent {}

    /** The rules begin, with these facts. */
    record Evaluating(Facts facts) implements TraceEvent {}

    /** A deriving rule matched and counts; what it adds may be there already. */
    record Counted(RuleId rule) implements TraceEvent {}

    record Derived(RuleId by, String segment) implements TraceEvent {}

    /** The announcement was ordered, by a deriving rule or by the one that decided. */
    record Announced(RuleId by, String announcement) implements TraceEvent {}

    /**
     * A rule did not match. Deciding rules behind the one that decided follow {@link Decided}; deriving rules come last,
     * since what others derive may let them match. Only noted for a {@link DecisionTrace#thorough} trace.
     *
     * @param fact the first one that its condition refused
     * @param condition as its author wrote it
     * @param actual the fact's value; empty if it had none
     */
    record NotMatched(RuleId rule, String fact, String condition, String actual) implements TraceEvent {}

    /** A rule matched but its plan does not exist, so evaluation went on. */
    record Skipped(RuleId rule, String missingPlan) implements TraceEvent {}

    record Decided(RuleId by) implements TraceEvent {}

    /** A rule behind the one that decided would have matched too. Only noted for a thorough trace. */
    record AlsoMatched(RuleId rule) implements TraceEvent {}

    /** The rules have been asked: how long they took, the listening included. */
    record Evaluated(Duration took) implements TraceEvent {}

    /**
     * A plan's step was looked at.
     *
     * @param step its number in the plan, from 1
     * @param goal the target's id, the plan's id, or {@code person:<id>}
     * @param hours the calendar, or the hours as written, that the step is closed by; empty if it is not
     * @param drawn the lot of a step with a share; empty for a step without one
     */
    record StepPlaced(String planId, int step, String goal, StepOutcome outcome, String hours, Optional<Drawn> drawn)
            implements TraceEvent {}

    /**
     * The lot that a step with a share drew for this caller.
     *
     * @param sharePercent 1 to 100
     * @param lot evenly spread in (0, 1): the larger, the earlier among equal shares
     */
    record Drawn(int sharePercent, double lot) {}

    /** A plan had nothing left and gave way to another. */
    record Overflowed(String planId, String toPlanId) implements TraceEvent {}

    /** The plan has been placed: how long that took. */
    record Placed(Duration took) implements TraceEvent {}

    /** The default route answers. */
    record FellBack(DefaultReason reason) implements TraceEvent {}

    /** What became of a step. */
    enum StepOutcome {
        PLACED,
        CLOSED,
        OUT_OF_SERVICE,
        UNKNOWN_PERSON,
        UNKNOWN_TARGET,
        ALREADY_PLACED,
        LOOP
    }
}
