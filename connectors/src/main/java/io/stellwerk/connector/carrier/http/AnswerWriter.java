package io.stellwerk.connector.carrier.http;

import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.route.ReleaseCause;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions as the superset of Kamailio's rtjson document that docs/carrier-api.md describes. One event loop's
 * own.
 *
 * <p>By hand, since most of an answer is the same from call to call: a generator's share of a query was measured to be
 * a sixth of our own work.
 */
final class AnswerWriter {

    private static final byte[] BEGIN = JsonText.ascii("{\"version\":\"1.0\",\"v\":1,\"requestId\":");
    private static final byte[] ROUTES = JsonText.ascii(",\"action\":\"route\",\"routing\":\"serial\",\"routes\":[");
    private static final byte[] DECISION_HEADER = JsonText.ascii("X-Stellwerk-Decision: ");
    private static final byte[] PLAN_HEADER = JsonText.ascii("\\r\\nX-Stellwerk-Plan: ");
    private static final byte[] END_OF_ROUTE = JsonText.ascii("\\r\\n\"}}");
    private static final byte[] ANNOUNCE = JsonText.ascii("],\"announce\":[");
    private static final byte[] END_OF_LIST = JsonText.ascii("]");
    private static final byte[] REJECT = JsonText.ascii(",\"action\":\"reject\",\"sip\":{\"code\":");
    private static final byte[] REASON = JsonText.ascii(",\"reason\":");
    private static final byte[] Q850 = JsonText.ascii("},\"q850\":");
    private static final byte[] DECISION = JsonText.ascii(",\"decision\":{\"id\":");
    private static final byte[] TENANT = JsonText.ascii(",\"tenant\":");
    private static final byte[] PLAN = JsonText.ascii(",\"plan\":");
    private static final byte[] RULE = JsonText.ascii(",\"rule\":");
    private static final byte[] VERSION = JsonText.ascii(",\"ruleSetVersion\":");
    private static final byte[] BY_DEFAULT = JsonText.ascii(",\"default\":true");
    private static final byte[] BY_RULE = JsonText.ascii(",\"default\":false");
    private static final byte[] TOOK = JsonText.ascii(",\"tookMicros\":");
    private static final byte[] END = JsonText.ascii("}}");
    private static final byte[] NULL = JsonText.ascii("null");

    private final RouteTexts routeTexts = new RouteTexts();
    private final JsonText to = new JsonText();

    Buffer write(String requestId, Decision decision) {
        Shape shape = Shape.of(decision.outcome());
        to.clear();
        to.raw(BEGIN).string(requestId);
        if (shape.cause() == null) {
            routes(decision, shape);
        } else {
            refusal(shape.cause());
        }
        decision(decision, shape);
        return Buffer.buffer(to.toBytes());
    }

    private void routes(Decision decision, Shape shape) {
        String plan = SafeText.headerValue(shape.plan() == null ? "" : shape.plan());
        to.raw(ROUTES);
        boolean first = true;
        for (PlacedRoute route : shape.routes()) {
            for (byte[] text : routeTexts.of(route)) {
                if (!first) {
                    to.comma();
                }
                first = false;
                // What the network adds to the INVITE, each line with its end (rtjson's headers.extra).
                to.raw(text).raw(DECISION_HEADER).inString(decision.id());
                to.raw(PLAN_HEADER).inString(plan).raw(END_OF_ROUTE);
            }
        }
        to.raw(ANNOUNCE);
        List<String> announcements = decision.announcements();
        for (int i = 0; i < announcements.size(); i++) {
            if (i > 0) {
                to.comma();
            }
            to.string(announcements.get(i));
        }
        to.raw(END_OF_LIST);
    }

    private void refusal(ReleaseCause cause) {
        to.raw(REJECT).number(cause.sipCode()).raw(REASON).string(cause.sipReason());
        to.raw(Q850).number(cause.q850());
    }

    private void decision(Decision decision, Shape shape) {
        to.raw(DECISION).string(decision.id());
        text(TENANT, decision.tenant().orElse(null));
        text(PLAN, shape.plan());
        text(RULE, shape.rule());
        to.raw(VERSION).number(decision.ruleSetVersion());
        to.raw(shape.isDefault() ? BY_DEFAULT : BY_RULE);
        text(REASON, shape.reason());
        to.raw(TOOK).number(TimeUnit.NANOSECONDS.toMicros(decision.took().toNanos()));
        to.raw(END);
    }

    private void text(byte[] name, @Nullable String value) {
        to.raw(name);
        if (value == null) {
            to.raw(NULL);
        } else {
            to.string(value);
        }
    }
}
