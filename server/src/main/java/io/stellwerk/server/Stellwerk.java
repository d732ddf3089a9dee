package io.stellwerk.server;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.CountedFaults;
import io.stellwerk.connector.carrier.QueryDesk;
import io.stellwerk.connector.carrier.http.CarrierHttpServer;
import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.router.Router;
import io.stellwerk.server.config.Configuration;
import io.stellwerk.server.imports.ImportWorks;
import io.stellwerk.server.management.ManagementServer;
import io.stellwerk.server.management.Readiness;
import io.stellwerk.server.tenant.RuleSetRefusedException;
import io.stellwerk.server.tenant.TenantHouse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server as an object: for the command line, the demonstration and tests alike. */
public final class Stellwerk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stellwerk.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    /** How long stopping may take beyond the drain. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** Something to undo, in the reverse order of the start. */
    @FunctionalInterface
    private interface Undo {
        void run() throws Exception;
    }

    private final Configuration configuration;
    private final Readiness readiness = new Readiness();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deque<Undo> undo = new ArrayDeque<>();
    private final Vertx vertx;
    private final TenantHouse house;
    private final CarrierHttpServer carrierServer;
    private final ManagementServer managementServer;

    /**
     * Loads everything and opens the ports: when it returns, calls are answered.
     *
     * @throws RuleSetRefusedException with all findings, if a tenant's rule set has errors
     * @throws IOException if a file cannot be read, a port is taken or the data belongs to another process
     */
    public static Stellwerk start(Configuration configuration) throws IOException, RuleSetRefusedException {
        return start(configuration, InstantSource.system());
    }

    /** @param clock for which instant calls are decided */
    public static Stellwerk start(Configuration configuration, InstantSource clock)
            throws IOException, RuleSetRefusedException {
        return new Stellwerk(configuration, clock);
    }

    private Stellwerk(Configuration configuration, InstantSource clock) throws IOException, RuleSetRefusedException {
        this.configuration = configuration;
        boolean started = false;
        try {
            vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(configuration.eventLoops()));
            undo.push(() -> await(vertx.close(), LONGEST_STOP));
            measureMachine();
            NumberPlan numberPlan = new LibPhoneNumberPlan();
            JollydayHolidays holidays = new JollydayHolidays();
            house = TenantHouse.open(
                    configuration.tenants(), configuration.dataDirectory(), numberPlan, holidays, clock);
            undo.push(house::close);
            ImportWorks imports = new ImportWorks(house, numberPlan, clock);
            undo.push(imports::close);
            carrierServer = openCarrierPort(numberPlan, holidays, clock);
            undo.push(
                    () -> await(carrierServer.close(), configuration.drainTime().plus(LONGEST_STOP)));
            managementServer = await(
                    ManagementServer.start(vertx, configuration.management(), house, imports, readiness, meters),
                    LONGEST_START);
            readiness.started(configuration.tenants().size());
            started = true;
        } finally {
            if (!started) {
                undoAll();
            }
        }
    }

    private void measureMachine() {
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(meters);
        undo.push(collections::close);
    }

    private CarrierHttpServer openCarrierPort(NumberPlan numberPlan, Holidays holidays, InstantSource clock)
            throws IOException {
        // Decisions are made by several event loops at once: each draws from the generator of its own thread.
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        CountedFaults faults = new CountedFaults(meters, System::nanoTime);
        Router router = new Router(house.served(), numberPlan, holidays, random, System::nanoTime, faults);
        QueryDesk desk = new QueryDesk(router, new CallReader(numberPlan), clock, random, faults);
        await(new PortWarmUp(vertx, desk, house.served()).ask(), LONGEST_START);
        Carriers carriers = new Carriers(configuration.carriers());
        return await(
                CarrierHttpServer.start(
                        vertx,
                        CarrierPort.options(configuration),
                        desk,
                        house.served(),
                        () -> carriers,
                        readiness::ready,
                        meters),
                LONGEST_START);
    }

    /** The port that carriers ask at. */
    public int carrierPort() {
        return carrierServer.port();
    }

    public int managementPort() {
        return managementServer.port();
    }

    public Configuration configuration() {
        return configuration;
    }

    /** The tenants, for whoever shares the process. */
    public TenantHouse tenants() {
        return house;
    }

    /**
     * Says "not ready" and answers what is being asked, for the configured time at most; then closes everything. The
     * management port answers until the carriers' port is closed, so that a load balancer sees why.
     */
    @Override
    public void close() {
        if (undo.isEmpty()) {
            return;
        }
        LOG.info("Draining for {} at most", configuration.drainTime());
        readiness.draining();
        undoAll();
        LOG.info("Stopped");
    }

    private void undoAll() {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (Exception failed) {
                LOG.warn("Stopping went on after a failure", failed);
            }
        }
    }

    private static <T> T await(Future<T> future, Duration longest) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IOException(String.valueOf(cause.getMessage()), cause);
        } catch (TimeoutException late) {
            throw new IOException("It took longer than " + longest.toSeconds() + " seconds", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stopped);
        }
    }
}
