package io.stellwerk.rules.explain;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.RecordedTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.rules.explain.Explanation.Answer;
import io.stellwerk.rules.explain.Explanation.CallSeen;
import io.stellwerk.rules.explain.Explanation.CallerSeen;
import io.stellwerk.rules.explain.Explanation.Derivation;
import io.stellwerk.rules.explain.Explanation.FactSeen;
import io.stellwerk.rules.explain.Explanation.PlacementStep;
import io.stellwerk.rules.explain.Explanation.Times;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains decisions by one rule set to readers of one role. Immutable, any thread. */
public final class Explainer {

    private final RuleBook rules;
    private final Discretion discretion;

    public Explainer(RuleBook rules, Discretion discretion) {
        this.rules = rules;
        this.discretion = discretion;
    }

    /** @param trace what was heard while this decision was made */
    public Explanation explain(Call call, Decision decision, RecordedTrace trace) {
        Optional<Facts> facts = trace.first(TraceEvent.Evaluating.class).map(TraceEvent.Evaluating::facts);
        Trials trials = new Trials(rules, discretion);
        trace.events().forEach(trials::note);
        return new Explanation(
                call(call, decision, facts),
                caller(trace, facts),
                facts.map(this::facts).orElse(List.of()),
                derived(trace),
                trials.deriving(),
                trials.deciding(),
                placement(trace),
                answer(decision),
                times(decision, trace));
    }

    private CallSeen call(Call call, Decision decision, Optional<Facts> facts) {
        return new CallSeen(
                call.called().e164(),
                decision.hotline(),
                call.calling().number().map(number -> discretion.number(number.e164())),
                call.at(),
                facts.map(Facts::localTime));
    }

    private static CallerSeen caller(RecordedTrace trace, Optional<Facts> facts) {
        Optional<TraceEvent.Recognised> recognised = trace.first(TraceEvent.Recognised.class);
        return new CallerSeen(
                recognised.map(TraceEvent.Recognised::match),
                recognised.map(TraceEvent.Recognised::candidates).orElse(0),
                facts.flatMap(Facts::customer).map(CustomerProfile::id),
                trace.first(TraceEvent.LookUpFailed.class).map(TraceEvent.LookUpFailed::why));
    }

    /** Segments are missing: the rules make them, so they stand among what was derived. */
    private List<FactSeen> facts(Facts facts) {
        List<FactSeen> seen = new ArrayList<>();
        for (FactField field : rules.facts()) {
            if (!field.name().equals(FactDictionary.SEGMENT)) {
                Optional<String> value = Optional.ofNullable(field.value().apply(facts))
                        .map(FactDictionary::text)
                        .filter(text -> !text.isEmpty())
                        .map(text -> discretion.value(field, text));
                seen.add(new FactSeen(field.name(), value));
            }
        }
        return seen;
    }

    private List<Derivation> derived(RecordedTrace trace) {
        List<Derivation> derived = new ArrayList<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.Derived segment) {
                derived.add(new Derivation(true, segment.segment(), rules.ref(segment.by())));
            } else if (event instanceof TraceEvent.Announced announced) {
                derived.add(new Derivation(false, announced.announcement(), rules.ref(announced.by())));
            }
        }
        return derived;
    }

    private static List<PlacementStep> placement(RecordedTrace trace) {
        List<PlacementStep> steps = new ArrayList<>();
        for (TraceEvent event : trace.events()) {
            if (event instanceof TraceEvent.StepPlaced step) {
                steps.add(new PlacementStep.Step(
                        step.planId(), step.step(), step.goal(), step.outcome(), step.hours(), step.drawn()));
            } else if (event instanceof TraceEvent.Overflowed overflowed) {
                steps.add(new PlacementStep.Overflow(overflowed.planId(), overflowed.toPlanId()));
            }
        }
        return steps;
    }

    private Answer answer(Decision decision) {
        RouteDecision outcome = decision.outcome();
        return new Answer(
                outcome.fold(
                        routed -> Optional.of(routed.planRef()),
                        rejected -> Optional.<String>empty(),
                        defaulted -> Optional.of(defaulted.planRef())),
                outcome.<Optional<RuleId>>fold(
                                routed -> Optional.of(routed.decidedBy()),
                                RouteDecision.Rejected::decidedBy,
                                defaulted -> Optional.empty())
                        .map(rules::ref),
                outcome.fold(
                        routed -> Optional.<String>empty(),
                        rejected -> Optional.of(rejected.reason().name()),
                        defaulted -> Optional.of(defaulted.reason().name())),
                outcome.fold(
                        routed -> Optional.empty(),
                        rejected -> Optional.of(rejected.cause()),
                        defaulted -> Optional.empty()),
                outcome.fold(RouteDecision.Routed::routes, rejected -> List.of(), RouteDecision.Defaulted::routes),
                decision.announcements(),
                decision.segments(),
                decision.ruleSetVersion());
    }

    private static Times times(Decision decision, RecordedTrace trace) {
        return new Times(
                trace.first(TraceEvent.Recognised.class)
                        .map(TraceEvent.Recognised::took)
                        .orElse(Duration.ZERO),
                trace.first(TraceEvent.Evaluated.class)
                        .map(TraceEvent.Evaluated::took)
                        .orElse(Duration.ZERO),
                trace.first(TraceEvent.Placed.class)
                        .map(TraceEvent.Placed::took)
                        .orElse(Duration.ZERO),
                decision.took());
    }
}
