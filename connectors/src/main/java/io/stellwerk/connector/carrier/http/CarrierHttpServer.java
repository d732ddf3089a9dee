package io.stellwerk.connector.carrier.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.QueryDesk;
import io.stellwerk.engine.router.LiveTenants;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The carriers' HTTP port: one verticle per event loop on one port. */
public final class CarrierHttpServer {

    /** So many fallback documents are made at once. */
    private static final int FALLBACK_BUILDERS = 2;

    private final Vertx vertx;
    private final CarrierHttpOptions options;
    private final List<CarrierVerticle> verticles;
    private final String deployment;

    private CarrierHttpServer(
            Vertx vertx, CarrierHttpOptions options, List<CarrierVerticle> verticles, String deployment) {
        this.vertx = vertx;
        this.options = options;
        this.verticles = verticles;
        this.deployment = deployment;
    }

    /**
     * Opens the port.
     *
     * @param carriers asked at each query, so it must be a mere read; a new object takes effect at once
     * @param ready asked at each query; queries get 503 while it says no
     * @return fails if the port is taken, a certificate cannot be read, or the carrier without a key is not known
     */
    public static Future<CarrierHttpServer> start(
            Vertx vertx,
            CarrierHttpOptions options,
            QueryDesk desk,
            LiveTenants tenants,
            Supplier<Carriers> carriers,
            BooleanSupplier ready,
            MeterRegistry meters) {
        if (options.carrierWithoutKey()
                .filter(name -> carriers.get().named(name).isEmpty())
                .isPresent()) {
            return Future.failedFuture(new IllegalArgumentException("carrierWithoutKey names '"
                    + options.carrierWithoutKey().get() + "', which is none of the carriers"));
        }
        LongSupplier nanoTime = System::nanoTime;
        AnswerMemory memory = new AnswerMemory(
                options.rememberFor(), options.rememberEntries(), options.rememberBytes(), nanoTime.getAsLong());
        Parts parts = new Parts(vertx, options, desk, memory, new CarrierMeters(meters), nanoTime);
        HttpServerOptions http = http(options);
        Semaphore builders = new Semaphore(FALLBACK_BUILDERS);
        List<CarrierVerticle> verticles = new CopyOnWriteArrayList<>();
        return vertx.deployVerticle(
                        () -> {
                            CarrierVerticle one = new CarrierVerticle(parts, http, tenants, carriers, ready, builders);
                            verticles.add(one);
                            return one;
                        },
                        new DeploymentOptions().setInstances(options.eventLoops()))
                .map(id -> new CarrierHttpServer(vertx, options, verticles, id));
    }

    /** The port that it listens on. */
    public int port() {
        return verticles.get(0).port();
    }

    /** New queries get 503 from now on; done when those being answered are, or after the longest time for that. */
    public Future<Void> drain() {
        Promise<Void> done = Promise.promise();
        long timer = vertx.setTimer(Math.max(1, options.drainTimeout().toMillis()), late -> done.tryComplete());
        Future.all(verticles.stream().map(CarrierVerticle::drain).toList()).onComplete(all -> {
            vertx.cancelTimer(timer);
            done.tryComplete();
        });
        return done.future();
    }

    /** Drains, then closes the port and its connections. */
    public Future<Void> close() {
        return drain().compose(drained -> vertx.undeploy(deployment));
    }

    private static HttpServerOptions http(CarrierHttpOptions options) {
        HttpServerOptions http = new HttpServerOptions()
                .setHost(options.host())
                // A negative port: all instances share the one that the system picks.
                .setPort(options.port() == 0 ? -1 : options.port())
                .setMaxInitialLineLength(2_048)
                .setMaxHeaderSize(8_192)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false)
                .setUseAlpn(false)
                // There are no web sockets here: their handlers would look at every message.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(
                        (int) Math.min(Integer.MAX_VALUE, options.idleTimeout().toMillis()));
        options.tls().ifPresent(tls -> {
            http.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(tls.certificateFile())
                            .setKeyPath(tls.keyFile()));
            tls.clientAuthorities()
                    .ifPresent(authorities -> http.setClientAuth(ClientAuth.REQUEST)
                            .setTrustOptions(new PemTrustOptions().addCertPath(authorities)));
        });
        return http;
    }
}
