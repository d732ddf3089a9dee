package io.stellwerk.server;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.QueryDesk;
import io.stellwerk.connector.carrier.http.CarrierHttpOptions;
import io.stellwerk.connector.carrier.http.CarrierHttpServer;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.LiveTenants;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a carriers' port of its own, on the loopback and closed again at once, before the real one opens. The first queries
 * over HTTP load classes for longer than a network waits; these count nowhere and reach no carrier.
 */
final class PortWarmUp {

    private static final String NAME = "warm-up";
    private static final int QUERIES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final QueryDesk desk;
    private final LiveTenants tenants;

    PortWarmUp(Vertx vertx, QueryDesk desk, LiveTenants tenants) {
        this.vertx = vertx;
        this.desk = desk;
        this.tenants = tenants;
    }

    /** Done when all are answered; at once if there is no tenant. Fails only if the loopback does. */
    Future<Void> ask() {
        Optional<String> called = tenants.all().stream()
                .map(LiveTenant::ruleSet)
                .flatMap(ruleSet -> ruleSet.hotlines().stream())
                .map(hotline -> hotline.number().e164())
                .findFirst();
        return called.isEmpty() ? Future.succeededFuture() : ask(called.get());
    }

    private Future<Void> ask(String called) {
        Carrier carrier = new Carrier(NAME, "DE", true, Set.of(), PATIENCE, PATIENCE);
        Carriers carriers = new Carriers(Set.of(CarrierAccess.byKeys(carrier)));
        CarrierHttpOptions options = options();
        SimpleMeterRegistry uncounted = new SimpleMeterRegistry();
        HttpClient client = vertx.createHttpClient();
        return CarrierHttpServer.start(vertx, options, desk, tenants, () -> carriers, () -> true, uncounted)
                .compose(server -> ask(client, server.port(), called, 0).eventually(server::close))
                .eventually(client::close)
                .onComplete(done -> uncounted.close());
    }

    /** One event loop is enough, and none is overloaded by loading classes. */
    private static CarrierHttpOptions options() {
        CarrierHttpOptions usual = CarrierHttpOptions.defaults();
        return new CarrierHttpOptions(
                "127.0.0.1",
                0,
                1,
                Optional.of(NAME),
                usual.overload(),
                PATIENCE,
                usual.maxConnections(),
                usual.maxQueries(),
                usual.idleTimeout(),
                usual.drainTimeout(),
                usual.rememberFor(),
                usual.rememberEntries(),
                usual.rememberBytes(),
                Optional.empty());
    }

    private static Future<Void> ask(HttpClient client, int port, String called, int asked) {
        if (asked == QUERIES) {
            return Future.succeededFuture();
        }
        JsonObject query = new JsonObject()
                .put("requestId", NAME + "-" + asked)
                .put("called", called)
                .put("calling", asked % 2 == 0 ? "+493012345678" : "030 12345678")
                .put("deadlineMs", PATIENCE.toMillis());
        return client.request(HttpMethod.POST, port, "127.0.0.1", "/v1/route")
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send(query.toBuffer()))
                .compose(HttpClientResponse::body)
                .compose(body -> ask(client, port, called, asked + 1));
    }
}
