package io.stellwerk.server.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What the server said to a call.
 *
 * @param nanos from the question to the answer, as the client saw it
 */
record SampleAnswer(SampleCall call, int status, JsonObject body, long nanos) {

    private static final JsonObject NOTHING = new JsonObject();

    private JsonObject decision() {
        return body.getJsonObject("decision", NOTHING);
    }

    /** The plan, or what was done instead. */
    String plan() {
        if (status != 200) {
            return "HTTP " + status;
        }
        return Optional.ofNullable(decision().getString("plan")).orElse("(refused)");
    }

    /** The first target, or the refusal's cause. */
    String target() {
        JsonArray routes = body.getJsonArray("routes", new JsonArray());
        if (!routes.isEmpty()) {
            return routes.getJsonObject(0).getString("target", "");
        }
        JsonObject sip = body.getJsonObject("sip", NOTHING);
        return sip.isEmpty() ? body.getString("title", "") : sip.getInteger("code") + " " + sip.getString("reason");
    }

    /** The rule that decided, or why none did. */
    String because() {
        return Optional.ofNullable(decision().getString("rule"))
                .map(rule -> rule.replace("rules/", "").replace(".csv", "").replace(".json", ""))
                .or(() -> Optional.ofNullable(decision().getString("reason")))
                .orElse("");
    }

    long decisionMicros() {
        return decision().getLong("tookMicros", 0L);
    }
}
