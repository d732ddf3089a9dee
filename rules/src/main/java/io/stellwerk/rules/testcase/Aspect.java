package io.stellwerk.rules.testcase;

import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.table.RejectWord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What of an answer a test case can expect: each is a column. */
public enum Aspect {
    /** The plan, also that of a default route. */
    PLAN(decision -> decision.outcome()
            .fold(
                    routed -> List.of(routed.planRef()),
                    rejected -> List.of(),
                    defaulted -> List.of(defaulted.planRef()))),
    /** The target that is tried first. */
    TARGET(decision -> targets(decision).stream().limit(1).toList()),
    /** All targets in order of trial. */
    TARGETS(Aspect::targets),
    /** What the caller hears first, in order. */
    ANNOUNCEMENT(Decision::announcements),
    SEGMENT(Decision::segments),
    /** The rule that decided. */
    RULE(decision -> decision
            .outcome()
            .<Optional<RuleId>>fold(
                    routed -> Optional.of(routed.decidedBy()),
                    RouteDecision.Rejected::decidedBy,
                    defaulted -> Optional.empty())
            .stream()
            .map(RuleId::toString)
            .toList()),
    /** Why the call is refused, as in tables. */
    REJECT(decision -> decision.outcome()
            .fold(routed -> List.of(), rejected -> List.of(RejectWord.text(rejected.cause())), defaulted -> List.of())),
    /** Why the call takes its default route. */
    REASON(decision -> decision.outcome()
            .fold(
                    routed -> List.of(),
                    rejected -> List.of(),
                    defaulted -> List.of(defaulted.reason().name())));

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<Decision, List<String>> values;

    private final String code = FactDictionary.code(this);
    private final String heading = "=> " + code;

    Aspect(Function<Decision, List<String>> values) {
        this.values = values;
    }

    /** {@code => plan}. */
    public String heading() {
        return heading;
    }

    /** {@code plan}. */
    public String code() {
        return code;
    }

    /** What the decision has of it, in order; none if it has nothing. */
    List<String> of(Decision decision) {
        return values.apply(decision);
    }

    private static List<String> targets(Decision decision) {
        return decision
                .outcome()
                .<List<PlacedRoute>>fold(
                        RouteDecision.Routed::routes, rejected -> List.of(), RouteDecision.Defaulted::routes)
                .stream()
                .map(route -> route.target().id())
                .toList();
    }
}
