package io.stellwerk.rules.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.rules.explain.Explanation.Answer;
import io.stellwerk.rules.explain.Explanation.CallSeen;
import io.stellwerk.rules.explain.Explanation.Derivation;
import io.stellwerk.rules.explain.Explanation.FactSeen;
import io.stellwerk.rules.explain.Explanation.PlacementStep;
import io.stellwerk.rules.explain.Explanation.Times;
import io.stellwerk.rules.fact.FactDictionary;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A decision and its explanation for programs, by docs/schema/explanation.schema.json. The names of fields are stable. */
public final class ExplanationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    /** What the carrier is told, and by which rule. */
    public static ObjectNode answer(Explanation explanation) {
        ObjectNode json = call(explanation.call());
        Answer answer = explanation.answer();
        json.put("action", answer.refused() ? "reject" : "route");
        answer.plan().ifPresent(plan -> json.put("plan", plan));
        answer.rule().ifPresent(rule -> json.put("rule", rule.id().toString()));
        json.put("default", answer.byDefault());
        answer.reason().ifPresent(reason -> json.put("reason", reason));
        answer.cause()
                .ifPresent(cause -> json.put("sip", cause.sipCode())
                        .put("sipReason", cause.sipReason())
                        .put("q850", cause.q850()));
        json.set("routes", list(answer.routes(), ExplanationJson::route));
        json.set("announcements", list(answer.announcements(), JSON::textNode));
        json.set("segments", list(answer.segments(), JSON::textNode));
        json.put("ruleSetVersion", answer.ruleSetVersion());
        return json.put("tookMicros", micros(explanation.times().total()));
    }

    /** The answer and the whole way to it. */
    public static ObjectNode explanation(Explanation explanation) {
        ObjectNode json = answer(explanation);
        json.set("caller", caller(explanation.caller()));
        json.set("facts", facts(explanation.facts()));
        json.set("derived", list(explanation.derived(), ExplanationJson::derivation));
        json.set("derivingRules", list(explanation.deriving(), ExplanationJson::trial));
        json.set("decidingRules", list(explanation.deciding(), ExplanationJson::trial));
        json.set("placement", list(explanation.placement(), ExplanationJson::placement));
        json.set("times", times(explanation.times()));
        return json;
    }

    private static ObjectNode call(CallSeen call) {
        ObjectNode json = JSON.objectNode().put("called", call.called());
        call.hotline().ifPresent(hotline -> json.put("hotline", hotline));
        json.put("calling", call.calling().orElse(null)).put("at", call.at().toString());
        call.localTime()
                .ifPresent(
                        local -> json.put("localTime", local.toOffsetDateTime().toString())
                                .put("timeZone", local.getZone().getId()));
        return json;
    }

    private static ObjectNode caller(Explanation.CallerSeen caller) {
        ObjectNode json = JSON.objectNode();
        caller.match().ifPresent(match -> json.put("match", FactDictionary.code(match)));
        json.put("candidates", caller.candidates());
        caller.customer().ifPresent(id -> json.put("customer", id));
        caller.lookUpFailure().ifPresent(why -> json.put("lookUpFailure", why));
        return json;
    }

    private static ObjectNode facts(List<FactSeen> facts) {
        ObjectNode json = JSON.objectNode();
        facts.forEach(fact -> json.put(fact.fact(), fact.value().orElse(null)));
        return json;
    }

    private static ObjectNode derivation(Derivation derivation) {
        ObjectNode json = JSON.objectNode().put(derivation.segment() ? "segment" : "announcement", derivation.name());
        return putPlace(json, derivation.by());
    }

    /** {@code rule} is what answers and logs name. */
    private static ObjectNode putPlace(ObjectNode json, RuleRef rule) {
        json.put("rule", rule.id().toString());
        if (!rule.table().isEmpty()) {
            json.put("table", rule.table());
        }
        json.put("file", rule.file());
        return rule.line() > 0 ? json.put("line", rule.line()) : json;
    }

    private static ObjectNode trial(RuleTrial trial) {
        ObjectNode json =
                putPlace(JSON.objectNode(), trial.rule()).put("outcome", FactDictionary.code(trial.outcome()));
        trial.failed()
                .ifPresent(failed -> json.put("fact", failed.fact())
                        .put("condition", failed.condition())
                        .put("actual", failed.actual().isEmpty() ? null : failed.actual()));
        trial.missingPlan().ifPresent(plan -> json.put("missingPlan", plan));
        return json;
    }

    private static ObjectNode placement(PlacementStep placement) {
        if (placement instanceof PlacementStep.Overflow overflow) {
            return JSON.objectNode()
                    .put("plan", overflow.plan())
                    .put("goal", overflow.goal())
                    .put("outcome", "overflow");
        }
        PlacementStep.Step step = (PlacementStep.Step) placement;
        ObjectNode json = JSON.objectNode()
                .put("plan", step.plan())
                .put("step", step.step())
                .put("goal", step.goal())
                .put("outcome", FactDictionary.code(step.outcome()));
        if (!step.hours().isEmpty()) {
            json.put("hours", step.hours());
        }
        step.drawn()
                .ifPresent(
                        drawn -> json.put("sharePercent", drawn.sharePercent()).put("lot", drawn.lot()));
        return json;
    }

    private static ObjectNode route(PlacedRoute route) {
        ObjectNode json = JSON.objectNode()
                .put("target", route.target().id())
                .put("name", route.target().name());
        json.set(
                "addresses",
                list(
                        route.target().addresses(),
                        address ->
                                JSON.objectNode().put("uri", address.uri()).put("destination", address.destination())));
        return json.put("ringTimeoutMs", route.ringTimeout().toMillis());
    }

    private static ObjectNode times(Times times) {
        return JSON.objectNode()
                .put("lookUpMicros", micros(times.lookUp()))
                .put("rulesMicros", micros(times.rules()))
                .put("placementMicros", micros(times.placement()))
                .put("totalMicros", micros(times.total()));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    private static <T> ArrayNode list(List<T> items, Function<T, ? extends JsonNode> json) {
        ArrayNode array = JSON.arrayNode(items.size());
        items.forEach(item -> array.add(json.apply(item)));
        return array;
    }
}
