package io.stellwerk.connector.carrier.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.TargetAddress;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions as the superset of Kamailio's rtjson document that docs/carrier-api.md describes. One event loop's
 * own.
 *
 * <p>Everything beyond ASCII is escaped: half a surrogate pair in a request id would otherwise stop the answer.
 */
final class AnswerWriter {

    /** How long the network waits for a target's first provisional response before it tries the next. */
    private static final long FR_TIMER_MILLIS = 1_000;

    private final JsonFactory json =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Used again for each answer; what one left behind when it failed is reset before the next. */
    private final Scratch bytes = new Scratch();

    Buffer write(String requestId, Decision decision) {
        bytes.reset();
        try (JsonGenerator to = json.createGenerator(bytes)) {
            Shape shape = Shape.of(decision.outcome());
            to.writeStartObject();
            to.writeStringField("version", "1.0");
            to.writeNumberField("v", 1);
            to.writeStringField("requestId", requestId);
            if (shape.cause() == null) {
                route(to, decision, shape);
            } else {
                reject(to, shape.cause());
            }
            decision(to, decision, shape);
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.copy();
    }

    private static void route(JsonGenerator to, Decision decision, Shape shape) throws IOException {
        to.writeStringField("action", "route");
        to.writeStringField("routing", "serial");
        String headers = headers(decision, shape);
        to.writeArrayFieldStart("routes");
        for (PlacedRoute route : shape.routes()) {
            for (TargetAddress address : route.target().addresses()) {
                route(to, route, address, headers);
            }
        }
        to.writeEndArray();
        to.writeArrayFieldStart("announce");
        for (String announcement : decision.announcements()) {
            to.writeString(announcement);
        }
        to.writeEndArray();
    }

    private static void route(JsonGenerator to, PlacedRoute route, TargetAddress address, String headers)
            throws IOException {
        to.writeStartObject();
        to.writeStringField("uri", SafeText.uri(address.uri()));
        if (!address.destination().isEmpty()) {
            to.writeStringField("dst_uri", SafeText.uri(address.destination()));
        }
        to.writeStringField("target", route.target().id());
        to.writeNumberField("fr_timer", FR_TIMER_MILLIS);
        to.writeNumberField("fr_inv_timer", route.ringTimeout().toMillis());
        to.writeObjectFieldStart("headers");
        to.writeStringField("extra", headers);
        to.writeEndObject();
        to.writeEndObject();
    }

    /** What the network adds to the INVITE, each line with its end (rtjson's {@code headers.extra}). */
    private static String headers(Decision decision, Shape shape) {
        return "X-Stellwerk-Decision: " + decision.id() + "\r\nX-Stellwerk-Plan: "
                + SafeText.headerValue(shape.plan() == null ? "" : shape.plan()) + "\r\n";
    }

    private static void reject(JsonGenerator to, ReleaseCause cause) throws IOException {
        to.writeStringField("action", "reject");
        to.writeObjectFieldStart("sip");
        to.writeNumberField("code", cause.sipCode());
        to.writeStringField("reason", cause.sipReason());
        to.writeEndObject();
        to.writeNumberField("q850", cause.q850());
    }

    private static void decision(JsonGenerator to, Decision decision, Shape shape) throws IOException {
        to.writeObjectFieldStart("decision");
        to.writeStringField("id", decision.id());
        text(to, "tenant", decision.tenant().orElse(null));
        text(to, "plan", shape.plan());
        text(to, "rule", shape.rule());
        to.writeNumberField("ruleSetVersion", decision.ruleSetVersion());
        to.writeBooleanField("default", shape.isDefault());
        text(to, "reason", shape.reason());
        to.writeNumberField(
                "tookMicros", TimeUnit.NANOSECONDS.toMicros(decision.took().toNanos()));
        to.writeEndObject();
    }

    private static void text(JsonGenerator to, String name, @Nullable String value) throws IOException {
        if (value == null) {
            to.writeNullField(name);
        } else {
            to.writeStringField(name, value);
        }
    }

    /** Spares one copy of each answer. */
    private static final class Scratch extends ByteArrayOutputStream {

        Scratch() {
            super(4_096);
        }

        Buffer copy() {
            return Buffer.buffer(count).appendBytes(buf, 0, count);
        }
    }
}
