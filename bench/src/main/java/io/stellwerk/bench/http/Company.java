package io.stellwerk.bench.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.QueryDesk;
import io.stellwerk.connector.carrier.http.CarrierHttpOptions;
import io.stellwerk.connector.carrier.http.CarrierHttpServer;
import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.connector.store.mapdb.CustomersBuild;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.router.FaultReport;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.Router;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.server.tenant.ServedTenants;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** A company with many customers and a thousand rules, served as the real server serves it. */
final class Company implements AutoCloseable {

    static final int RULES = 1_000;

    private static final String CARRIER = "bench";
    private static final long FIRST_NUMBER = 493_020_000_000L;
    private static final long SEED = 20261121;

    private final MapDbCustomerDirectory customers;
    private final int count;

    private Company(MapDbCustomerDirectory customers, int count) {
        this.customers = customers;
        this.count = count;
    }

    static Company of(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        MapDbCustomerDirectory customers = MapDbCustomerDirectory.open(folder, InstantSource.system());
        if (customers.customersServed().filter(info -> info.entries() == count).isEmpty()) {
            try (CustomersBuild build = customers.newCustomers()) {
                SplittableRandom random = new SplittableRandom(SEED);
                for (int i = 0; i < count; i++) {
                    build.add(customer(i, random), Set.of(new PhoneNumber(FIRST_NUMBER + i)), Set.of());
                }
                build.publish();
            }
        }
        return new Company(customers, count);
    }

    /** Opens the carriers' port. */
    Future<Integer> serve(Vertx vertx) {
        JollydayHolidays holidays = new JollydayHolidays();
        LibPhoneNumberPlan numberPlan = new LibPhoneNumberPlan();
        Compilation compilation = RuleSets.compile(RuleSetText.files(RULES), holidays, numberPlan, 1);
        if (compilation.ruleSet().isEmpty()) {
            return Future.failedFuture(compilation.findings().toString());
        }
        ServedTenants tenants = new ServedTenants();
        tenants.put(new LiveTenant(compilation.ruleSet().get(), customers, TargetStatus.ALL_IN_SERVICE));
        FaultReport faults = (where, fault) -> {
            throw new IllegalStateException(where, fault);
        };
        Router router = new Router(tenants, numberPlan, holidays, new ThreadLocalChance(), System::nanoTime, faults);
        QueryDesk desk = new QueryDesk(
                router, new CallReader(numberPlan), InstantSource.system(), new ThreadLocalChance(), faults);
        Carrier carrier = new Carrier(CARRIER, "DE", true, Set.of(), Duration.ofMillis(400), Duration.ofSeconds(2));
        Carriers carriers = new Carriers(List.of(new CarrierAccess(carrier, List.of(), Set.of(), Set.of())));
        CarrierHttpOptions options = options();
        return CarrierHttpServer.start(
                        vertx, options, desk, tenants, () -> carriers, () -> true, new SimpleMeterRegistry())
                .map(CarrierHttpServer::port);
    }

    /** As the real server's, on one event loop, and never overloaded: the load waits for each answer. */
    private static CarrierHttpOptions options() {
        CarrierHttpOptions usual = CarrierHttpOptions.defaults();
        return new CarrierHttpOptions(
                usual.host(),
                usual.port(),
                1,
                Optional.of(CARRIER),
                usual.overload(),
                Duration.ofMinutes(1),
                usual.maxConnections(),
                usual.maxQueries(),
                usual.idleTimeout(),
                usual.drainTimeout(),
                usual.rememberFor(),
                usual.rememberEntries(),
                usual.rememberBytes(),
                Optional.empty());
    }

    /** Two of three callers are customers. Documents without their opening brace and request id. */
    List<String> queries(int number) {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<String> queries = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            long calling = FIRST_NUMBER + random.nextInt(count + count / 2);
            queries.add(
                    "\"network\":\"kam-1\",\"called\":\"" + RuleSetText.hotline(random.nextInt(RuleSetText.HOTLINES))
                            + "\",\"calling\":\"+" + calling
                            + "\",\"assertedId\":\"<sip:+" + calling
                            + "@carrier.example>\",\"deadlineMs\":400,\"attempt\":1}");
        }
        return queries;
    }

    @Override
    public void close() throws IOException {
        customers.close();
    }

    private static CustomerProfile customer(int number, SplittableRandom random) {
        List<Offer> offers = random.nextInt(5) == 0
                ? List.of(new Offer("kam-" + random.nextInt(50), BigDecimal.valueOf(random.nextInt(50_000))))
                : List.of();
        return new CustomerProfile(
                "K" + number,
                "Kunde " + number,
                List.of("A", "B", "C").get(random.nextInt(3)),
                BigDecimal.valueOf(random.nextInt(30_000)),
                Optional.of(LocalDate.of(2005, 1, 1).plusDays(random.nextInt(7_900))),
                random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0,
                random.nextInt(20) == 0 ? 1 : 0,
                offers,
                "de",
                random.nextInt(4) == 0 ? Set.of("portal") : Set.of(),
                "phone",
                Set.of(),
                Map.of());
    }

    /** The calling thread's own source of chance. */
    private static final class ThreadLocalChance implements RandomGenerator {
        @Override
        public long nextLong() {
            return ThreadLocalRandom.current().nextLong();
        }
    }
}
