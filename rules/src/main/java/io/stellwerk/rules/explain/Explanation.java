package io.stellwerk.rules.explain;

import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.decision.trace.TraceEvent.StepOutcome;
import io.stellwerk.engine.route.ReleaseCause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Why a call went where it went: the one model that JSON and text are written from. Personal data in it is masked already, as
 * its reader's role demands.
 *
 * @param facts all that rules can read, in the order of the fact dictionary; none if no rule was asked
 * @param derived segments and announcements in the order in which they came about
 * @param deriving what became of each rule that derives, in the order of the files; those that were not looked at are missing
 * @param deciding what became of each rule that decides, in order of precedence; those that were not looked at are missing
 * @param placement how the chosen plan was turned into targets, in order
 */
public record Explanation(
        CallSeen call,
        CallerSeen caller,
        List<FactSeen> facts,
        List<Derivation> derived,
        List<RuleTrial> deriving,
        List<RuleTrial> deciding,
        List<PlacementStep> placement,
        Answer answer,
        Times times) {

    public Explanation {
        facts = List.copyOf(facts);
        derived = List.copyOf(derived);
        deriving = List.copyOf(deriving);
        deciding = List.copyOf(deciding);
        placement = List.copyOf(placement);
    }

    /**
     * @param called the service number
     * @param hotline its id; empty if nobody owns it
     * @param calling the caller's number as far as it may be shown; empty for an anonymous caller
     * @param localTime by the tenant's wall clock; empty if no rule was asked
     */
    public record CallSeen(
            String called,
            Optional<String> hotline,
            Optional<String> calling,
            Instant at,
            Optional<ZonedDateTime> localTime) {}

    /**
     * @param match empty if nobody looked
     * @param candidates how many customers the number belongs to
     * @param customer the CRM's id of the customer whom the rules saw
     * @param lookUpFailure why the customers could not be read; mostly empty
     */
    public record CallerSeen(
            Optional<CallerMatch> match, int candidates, Optional<String> customer, Optional<String> lookUpFailure) {}

    /** @param value empty if the fact has none */
    public record FactSeen(String fact, Optional<String> value) {}

    /** @param segment whether a segment was derived, or an announcement ordered */
    public record Derivation(boolean segment, String name, RuleRef by) {}

    /** What became of a step of a plan, or a plan that gave way to its overflow. */
    public sealed interface PlacementStep {

        /**
         * @param step its number in the plan, from 1; 0 for the plan itself
         * @param goal the target's id, the plan's id, or {@code person:<id>}
         * @param hours the calendar or hours that closed it; empty if it was not closed
         */
        record Step(
                String plan, int step, String goal, StepOutcome outcome, String hours, Optional<TraceEvent.Drawn> drawn)
                implements PlacementStep {}

        /** @param goal the overflow plan */
        record Overflow(String plan, String goal) implements PlacementStep {}
    }

    /**
     * What the carrier is told.
     *
     * @param plan of a routed call
     * @param rule that decided; empty for a default route
     * @param reason of a default route or a refusal, as in carriers' answers; empty if a rule chose a plan
     * @param cause of a refusal
     * @param routes in order of trial; none for a refused call
     */
    public record Answer(
            Optional<String> plan,
            Optional<RuleRef> rule,
            Optional<String> reason,
            Optional<ReleaseCause> cause,
            List<PlacedRoute> routes,
            List<String> announcements,
            List<String> segments,
            int ruleSetVersion) {

        public Answer {
            routes = List.copyOf(routes);
            announcements = List.copyOf(announcements);
            segments = List.copyOf(segments);
        }

        public boolean refused() {
            return cause.isPresent();
        }

        public boolean byDefault() {
            return reason.isPresent() && !refused();
        }
    }

    /**
     * How long each step took, the listening for this explanation included; zero for a step that was not taken.
     *
     * @param total from the router's call to its answer
     */
    public record Times(Duration lookUp, Duration rules, Duration placement, Duration total) {}

    /** The rule that decided; empty if none did. */
    public Optional<RuleTrial> decider() {
        return deciding.stream()
                .filter(trial -> trial.outcome() == RuleTrial.Outcome.DECIDED)
                .findFirst();
    }
}
