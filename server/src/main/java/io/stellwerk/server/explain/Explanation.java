package io.stellwerk.server.explain;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A decision with all that led to it. */
public final class Explanation {

    private final Call call;
    private final Decision decision;
    private final RecordedTrace trace;
    private final Discretion discretion;

    public Explanation(Call call, Decision decision, RecordedTrace trace, Discretion discretion) {
        this.call = call;
        this.decision = decision;
        this.trace = trace;
        this.discretion = discretion;
    }

    Call call() {
        return call;
    }

    Decision decision() {
        return decision;
    }

    RecordedTrace trace() {
        return trace;
    }

    /** The caller as far as he may be shown. */
    String caller() {
        return call.calling()
                .number()
                .map(number -> discretion.number(number.e164()))
                .orElse("anonymous");
    }

    Optional<Facts> facts() {
        return trace.first(TraceEvent.Evaluating.class).map(TraceEvent.Evaluating::facts);
    }

    /** Every fact that had a value, as text, in the order of the dictionary; segments stand elsewhere. */
    Map<String, String> factTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        facts().ifPresent(facts -> {
            for (FactField field : dictionary(facts).fields()) {
                Object value = field.value().apply(facts);
                if (value != null && !discretion.text(field, value).isEmpty()) {
                    texts.put(field.name(), discretion.text(field, value));
                }
            }
        });
        return texts;
    }

    /** The names of facts that had no value. */
    SortedSet<String> factsWithoutValue() {
        SortedSet<String> names = new TreeSet<>();
        facts().ifPresent(facts -> dictionary(facts).fields().forEach(field -> names.add(field.name())));
        names.removeAll(factTexts().keySet());
        names.remove(FactDictionary.SEGMENT);
        return names;
    }

    /** A fact's value as the trace noted it, masked if need be. */
    String actual(String fact, String text) {
        if (text.isEmpty()) {
            return text;
        }
        return facts().flatMap(facts -> dictionary(facts).field(fact))
                .map(field -> discretion.value(field, text))
                .orElse(text);
    }

    /** The routes in order of trial; none for a refused call. */
    List<PlacedRoute> routes() {
        return routes(decision.outcome());
    }

    static List<PlacedRoute> routes(RouteDecision outcome) {
        return outcome.fold(
                RouteDecision.Routed::routes, rejected -> List.<PlacedRoute>of(), RouteDecision.Defaulted::routes);
    }

    private static FactDictionary dictionary(Facts facts) {
        return FactDictionary.of(
                facts.tenant().attributes(),
                facts.tenant().customerClasses(),
                List.of(),
                facts.tenant().regions().byName().keySet(),
                List.of());
    }
}
