package io.stellwerk.console;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Why a request was not fulfilled (RFC 9457).
 *
 * @param title the same for all of its kind
 * @param detail names the value and the remedy
 * @param more members beside the standard ones
 */
record Problem(int status, String title, String detail, JsonObject more) {

    Problem(int status, String title, String detail) {
        this(status, title, detail, new JsonObject());
    }

    static Problem unknownTenant(String tenant) {
        return new Problem(404, "Unknown tenant", "No tenant '" + tenant + "' is served. GET /api/tenants lists them.");
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .mergeIn(more);
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(body.toBuffer());
    }
}
