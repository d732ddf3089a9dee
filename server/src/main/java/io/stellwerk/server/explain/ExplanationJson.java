package io.stellwerk.server.explain;

import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.rules.fact.FactDictionary;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** A decision and its explanation for programs. */
public final class ExplanationJson {

    private ExplanationJson() {}

    /** What the carrier is told, and why. */
    public static JsonObject answer(Explanation explanation) {
        Decision decision = explanation.decision();
        JsonObject json = new JsonObject()
                .put("called", explanation.call().called().e164())
                .put("calling", explanation.caller())
                .put("at", explanation.call().at().toString())
                .put("hotline", decision.hotline().orElse(null));
        decision.outcome()
                .<JsonObject>fold(
                        routed -> json.put("action", "route")
                                .put("plan", routed.planRef())
                                .put("rule", routed.decidedBy().toString())
                                .put("default", false),
                        rejected -> json.put("action", "reject")
                                .put("reason", rejected.reason().name())
                                .put(
                                        "rule",
                                        rejected.decidedBy()
                                                .map(RuleId::toString)
                                                .orElse(null))
                                .put("sip", rejected.cause().sipCode())
                                .put("q850", rejected.cause().q850()),
                        defaulted -> json.put("action", "route")
                                .put("plan", defaulted.planRef())
                                .put("default", true)
                                .put("reason", defaulted.reason().name()));
        return json.put("routes", list(explanation.routes(), ExplanationJson::route))
                .put("announcements", new JsonArray(decision.announcements()))
                .put("segments", new JsonArray(decision.segments()))
                .put("tookMicros", decision.took().toNanos() / 1000);
    }

    /** The whole way of the call. */
    public static JsonObject explanation(Explanation explanation) {
        RecordedTrace trace = explanation.trace();
        JsonObject facts = new JsonObject();
        explanation.factTexts().forEach(facts::put);
        JsonObject json = answer(explanation).put("facts", facts);
        trace.first(TraceEvent.Recognised.class)
                .ifPresent(recognised -> json.put(
                        "caller",
                        new JsonObject()
                                .put("match", FactDictionary.code(recognised.match()))
                                .put("candidates", recognised.candidates())));
        return json.put("derived", list(trace.all(TraceEvent.Derived.class), ExplanationJson::derived))
                .put("announced", list(trace.all(TraceEvent.Announced.class), ExplanationJson::announced))
                .put("notMatched", list(trace.all(TraceEvent.NotMatched.class), row -> notMatched(explanation, row)))
                .put("skipped", list(trace.all(TraceEvent.Skipped.class), ExplanationJson::skipped))
                .put(
                        "alsoMatched",
                        list(
                                trace.all(TraceEvent.AlsoMatched.class),
                                also -> also.rule().toString()))
                .put("placement", list(trace.all(TraceEvent.StepPlaced.class), ExplanationJson::step))
                .put("overflowed", list(trace.all(TraceEvent.Overflowed.class), ExplanationJson::overflowed));
    }

    private static JsonObject route(PlacedRoute route) {
        JsonArray addresses = list(
                route.target().addresses(),
                address -> new JsonObject().put("uri", address.uri()).put("destination", address.destination()));
        return new JsonObject()
                .put("target", route.target().id())
                .put("addresses", addresses)
                .put("ringTimeoutMs", route.ringTimeout().toMillis());
    }

    private static JsonObject derived(TraceEvent.Derived derived) {
        return new JsonObject()
                .put("segment", derived.segment())
                .put("rule", derived.by().toString());
    }

    private static JsonObject announced(TraceEvent.Announced announced) {
        return new JsonObject()
                .put("announcement", announced.announcement())
                .put("rule", announced.by().toString());
    }

    private static JsonObject notMatched(Explanation explanation, TraceEvent.NotMatched row) {
        return new JsonObject()
                .put("rule", row.rule().toString())
                .put("fact", row.fact())
                .put("condition", row.condition())
                .put("actual", explanation.actual(row.fact(), row.actual()));
    }

    private static JsonObject skipped(TraceEvent.Skipped skipped) {
        return new JsonObject().put("rule", skipped.rule().toString()).put("missingPlan", skipped.missingPlan());
    }

    private static JsonObject step(TraceEvent.StepPlaced step) {
        return new JsonObject()
                .put("plan", step.planId())
                .put("step", step.step())
                .put("goal", step.goal())
                .put("outcome", FactDictionary.code(step.outcome()))
                .put("detail", step.detail());
    }

    private static JsonObject overflowed(TraceEvent.Overflowed overflowed) {
        return new JsonObject().put("plan", overflowed.planId()).put("to", overflowed.toPlanId());
    }

    private static <T> JsonArray list(List<T> items, Function<T, Object> json) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(json.apply(item)));
        return array;
    }
}
