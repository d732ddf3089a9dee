package io.stellwerk.server.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.stellwerk.connector.carrier.KeyHash;
import io.stellwerk.console.ApiAccess;
import io.stellwerk.console.ImportDesk;
import io.stellwerk.console.ManagementApi;
import io.stellwerk.console.TenantAdministration;
import io.stellwerk.server.config.Management;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Health, readiness and metrics for anybody who reaches the port, the API for whoever has its token. */
public final class ManagementServer {

    private static final int IDLE_SECONDS = 120;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;

    private ManagementServer(HttpServer server) {
        this.server = server;
    }

    /** @return fails if the port is taken */
    public static Future<ManagementServer> start(
            Vertx vertx,
            Management options,
            TenantAdministration tenants,
            ImportDesk imports,
            Readiness readiness,
            PrometheusMeterRegistry meters) {
        ApiAccess access = new ApiAccess(
                options.token().map(hash -> sent -> hash.matches(KeyHash.of(sent))), options.withoutToken());
        Router router = ManagementApi.router(vertx, access, tenants, imports);
        router.get("/health").handler(ManagementServer::health);
        router.get("/ready").handler(context -> ready(context, readiness));
        router.get("/metrics").handler(context -> metrics(vertx, context, meters));
        HttpServerOptions http = new HttpServerOptions()
                .setHost(options.host())
                .setPort(options.port())
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false);
        return vertx.createHttpServer(http).requestHandler(router).listen().map(ManagementServer::new);
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    public Future<Void> close() {
        return server.close();
    }

    private static void health(RoutingContext context) {
        json(context, 200, new JsonObject().put("status", "up"));
    }

    private static void ready(RoutingContext context, Readiness readiness) {
        JsonObject body = new JsonObject()
                .put("status", readiness.ready() ? "ready" : "not-ready")
                .put("tenants", readiness.tenants());
        if (!readiness.ready()) {
            body.put("reasons", new JsonArray(readiness.reasons()));
        }
        json(context, readiness.ready() ? 200 : 503, body);
    }

    /** Writing them takes milliseconds when there are many, so not on the event loop. */
    private static void metrics(Vertx vertx, RoutingContext context, PrometheusMeterRegistry meters) {
        vertx.executeBlocking(meters::scrape, false)
                .onSuccess(text ->
                        context.response().putHeader("Content-Type", PROMETHEUS).end(text))
                .onFailure(context::fail);
    }

    private static void json(RoutingContext context, int status, JsonObject body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }
}
