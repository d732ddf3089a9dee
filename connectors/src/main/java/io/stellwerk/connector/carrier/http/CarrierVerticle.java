package io.stellwerk.connector.carrier.http;

import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.engine.router.LiveTenants;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One event loop's share of the carriers' port: its connections, and what they ask for. */
final class CarrierVerticle extends VerticleBase {

    private static final long SWEEP_MILLIS = 1_000;

    private final Parts parts;
    private final HttpServerOptions options;
    private final LiveTenants tenants;
    private final Supplier<Carriers> carriers;
    private final BooleanSupplier ready;
    private final Semaphore builders;
    private final Replies replies;
    private final IdentityHashMap<HttpConnection, Session> sessions = new IdentityHashMap<>();

    private @Nullable HttpServer server;
    private @Nullable Loop loop;
    private boolean draining;

    CarrierVerticle(
            Parts parts,
            HttpServerOptions options,
            LiveTenants tenants,
            Supplier<Carriers> carriers,
            BooleanSupplier ready,
            Semaphore builders) {
        this.parts = parts;
        this.options = options;
        this.tenants = tenants;
        this.carriers = carriers;
        this.ready = ready;
        this.builders = builders;
        this.replies = new Replies(parts.meters());
    }

    @Override
    public Future<?> start() {
        Loop own = new Loop(vertx, context, parts.options(), parts.nanoTime(), parts.meters().overloadedLoops);
        loop = own;
        own.watch();
        vertx.setPeriodic(SWEEP_MILLIS, tick -> closeStuckConnections());
        Authentication authentication =
                new Authentication(carriers, parts.options().carrierWithoutKey(), parts.meters());
        RouteEndpoint route = new RouteEndpoint(parts, own, replies, authentication);
        FallbackEndpoint fallback =
                new FallbackEndpoint(vertx, tenants, builders, replies, authentication, parts.nanoTime());
        return vertx.createHttpServer(options)
                .connectionHandler(this::connected)
                .requestHandler(request -> dispatch(request, route, fallback))
                .listen()
                .onSuccess(listening -> server = listening);
    }

    @Override
    public Future<?> stop() {
        if (loop != null) {
            loop.stopWatching();
        }
        return Future.succeededFuture();
    }

    /** The port that it listens on; once it is deployed. */
    int port() {
        return server == null ? 0 : server.actualPort();
    }

    /** Refuses new queries from now on; done when none is being answered. Any thread. */
    Future<Void> drain() {
        Promise<Void> done = Promise.promise();
        context.runOnContext(here -> {
            draining = true;
            if (loop == null) {
                done.complete();
            } else {
                loop.drained().onComplete(done);
            }
        });
        return done.future();
    }

    private void connected(HttpConnection connection) {
        if (parts.meters().connections.incrementAndGet() > parts.options().maxConnections()) {
            parts.meters().connections.decrementAndGet();
            connection.close();
            return;
        }
        sessions.put(connection, new Session(connection));
        connection.closeHandler(closed -> {
            sessions.remove(connection);
            parts.meters().connections.decrementAndGet();
        });
    }

    private void dispatch(HttpServerRequest request, RouteEndpoint route, FallbackEndpoint fallback) {
        Session session = sessions.get(request.connection());
        if (session == null) {
            return; // One too many: it is being closed.
        }
        if (request.response().writeQueueFull()) {
            // It sends queries and does not read the answers; they would pile up in our memory.
            session.connection.close();
            return;
        }
        String path = request.path();
        if ("/v1/route".equals(path)) {
            if (!request.method().equals(HttpMethod.POST)) {
                wrongMethod(request, "POST");
            } else if (serving(request)) {
                route.accept(request, session);
            }
        } else if ("/v1/fallback".equals(path)) {
            if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
                wrongMethod(request, "GET, HEAD");
            } else if (serving(request)) {
                fallback.accept(request, session);
            }
        } else {
            replies.send(request.response(), Problem.NOT_FOUND);
        }
    }

    private boolean serving(HttpServerRequest request) {
        if (draining) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            replies.send(request.response(), Problem.DRAINING);
            return false;
        }
        if (!ready.getAsBoolean()) {
            replies.send(request.response(), Problem.NOT_READY);
            return false;
        }
        return true;
    }

    private void wrongMethod(HttpServerRequest request, String allowed) {
        request.response().putHeader(HttpHeaders.ALLOW, allowed);
        replies.send(request.response(), Problem.WRONG_METHOD);
    }

    /** The idle time-out sees silence only; this one sees a body that comes byte by byte. */
    private void closeStuckConnections() {
        long now = parts.nanoTime().getAsLong();
        long longest = parts.options().idleTimeout().toNanos();
        for (Session session : List.copyOf(sessions.values())) {
            if (session.readingLongerThan(longest, now)) {
                session.connection.close();
            }
        }
    }
}
