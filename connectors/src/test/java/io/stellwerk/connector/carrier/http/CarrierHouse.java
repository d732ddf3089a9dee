package io.stellwerk.connector.carrier.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.KeyHash;
import io.stellwerk.connector.carrier.QueryDesk;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.fact.Regions;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.LiveTenants;
import io.stellwerk.engine.router.Router;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A company, two carriers and the server that they ask, on a free port. */
final class CarrierHouse implements AutoCloseable {

    static final String KEY = "kam-secret-key-1";
    static final String ROTATED_KEY = "kam-secret-key-2";
    static final String OTHER_KEY = "other-secret-key";
    static final String HOTLINE = "+498001234567";
    static final String SECOND_HOTLINE = "+498007654321";
    static final String CALLER = "+4930111222";
    static final RuleId RULE = new RuleId("rules/offers.csv", "row-7");

    /** What the rules do. */
    interface Rules {
        Verdict evaluate(Facts facts, Deadline deadline);
    }

    volatile Rules rules = (facts, deadline) -> ruling("key-account");
    volatile boolean ready = true;
    volatile boolean numberPlanBroken;
    volatile Carriers carriers = new Carriers(List.of(
            CarrierAccess.byKeys(carrier("kam", Set.of()), KeyHash.of(KEY), KeyHash.of(ROTATED_KEY)),
            CarrierAccess.byKeys(carrier("other", Set.of(ServiceNumber.of(SECOND_HOTLINE))), KeyHash.of(OTHER_KEY))));
    volatile LiveTenant tenant = new LiveTenant(ruleSet(), new NobodyKnown(), TargetStatus.ALL_IN_SERVICE);

    final AtomicInteger evaluations = new AtomicInteger();
    final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Vertx vertx = Vertx.vertx();
    /** Apart, so that a blocked loop of the server's blocks no client. */
    final Vertx network = Vertx.vertx();

    final HttpClient client;
    CarrierHttpServer server;

    private final AtomicLong chance = new AtomicLong();

    CarrierHouse() {
        this.client = network.createHttpClient(
                new HttpClientOptions().setHttp2ClearTextUpgrade(false), new PoolOptions().setHttp1MaxSize(64));
    }

    /** Begins to serve, with options changed by the test. */
    CarrierHouse open(UnaryOperator<CarrierHttpOptions> change) {
        Router router = new Router(
                tenants(),
                new SmallNumberPlan(),
                new NoHolidays(),
                chance::incrementAndGet,
                () -> 0,
                (where, fault) -> faults.add(where + ": " + fault));
        QueryDesk desk = new QueryDesk(
                router,
                new CallReader(new SmallNumberPlan()),
                InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z")),
                chance::incrementAndGet,
                (where, fault) -> faults.add(where + ": " + fault));
        server = await(CarrierHttpServer.start(
                vertx,
                change.apply(CarrierHttpOptions.defaults()),
                desk,
                tenants(),
                () -> carriers,
                () -> ready,
                meters));
        return this;
    }

    CarrierHouse open() {
        return open(same -> same);
    }

    static Verdict ruling(String planRef) {
        return new Verdict(List.of(), List.of("greeting-vip"), new Ruling.RouteTo(planRef, RULE));
    }

    static Carrier carrier(String name, Set<ServiceNumber> reachable) {
        return new Carrier(name, "DE", true, reachable, Duration.ofMillis(400), Duration.ofMillis(2_000));
    }

    static String query(String requestId) {
        return "{\"requestId\":\"" + requestId + "\",\"network\":\"kam-1\",\"called\":\"" + HOTLINE
                + "\",\"calling\":\"" + CALLER + "\"}";
    }

    Reply post(String body) {
        return send(HttpMethod.POST, "/v1/route", body, "Authorization", "Bearer " + KEY);
    }

    /** @param headers names and values in turn */
    Reply send(HttpMethod method, String path, String body, String... headers) {
        return await(sendLater(method, path, Buffer.buffer(body), headers));
    }

    Future<Reply> sendLater(HttpMethod method, String path, Buffer body, String... headers) {
        RequestOptions request = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setMethod(method)
                .setURI(path);
        if (method.equals(HttpMethod.POST)) {
            request.putHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i + 1].isEmpty()) {
                request.getHeaders().remove(headers[i]);
            } else {
                request.putHeader(headers[i], headers[i + 1]);
            }
        }
        // Nested: attached from here the last step could come after the body, which nobody would have kept.
        return client.request(request)
                .compose(sent -> sent.send(body)
                        .compose(response -> response.body()
                                .map(read -> new Reply(response.statusCode(), response.headers(), read))));
    }

    double counted(String name, String... tags) {
        return meters.find(name).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("No answer: " + e, e);
        }
    }

    @Override
    public void close() {
        await(network.close());
        await(vertx.close());
    }

    /** An answer as it came. */
    record Reply(int status, MultiMap headers, Buffer bytes) {
        String body() {
            return bytes.toString();
        }

        io.vertx.core.json.JsonObject json() {
            return bytes.toJsonObject();
        }

        String reason() {
            return json().getJsonObject("decision").getString("reason");
        }

        /** The body with what differs from decision to decision made equal. */
        String golden() {
            return body().replaceAll("01[0-9A-HJKMNP-TV-Z]{24}", "DECISION-ID");
        }
    }

    static PlanStep to(String targetId) {
        return new PlanStep(new Goal.ToTarget(targetId), Optional.empty(), 0, Optional.empty());
    }

    static RouteTarget target(String id, int ringSeconds, TargetAddress... addresses) {
        return new RouteTarget(id, id, List.of(addresses), Duration.ofSeconds(ringSeconds));
    }

    RuleSet ruleSet() {
        return ruleSet(Map.of(
                "key-account-berlin",
                target(
                        "key-account-berlin",
                        20,
                        new TargetAddress("sip:+49301112220@pbx-a.example", "sip:192.0.2.10:5060")),
                "switchboard",
                target(
                        "switchboard",
                        30,
                        new TargetAddress("sip:switchboard@pbx-a.example", ""),
                        new TargetAddress("sip:switchboard@pbx-b.example;user=phone,x", "sip:192.0.2.11"))));
    }

    RuleSet ruleSet(Map<String, RouteTarget> targets) {
        return ruleSet(
                targets,
                Map.of(
                        "key-account",
                        new RoutePlan(
                                "key-account",
                                "",
                                List.of(to("key-account-berlin"), to("switchboard")),
                                Optional.empty()),
                        "central",
                        new RoutePlan("central", "", List.of(to("switchboard")), Optional.empty())));
    }

    RuleSet ruleSet(Map<String, RouteTarget> targets, Map<String, RoutePlan> plans) {
        TenantSettings settings = new TenantSettings(
                "nordlicht",
                "Nordlicht",
                ZoneId.of("Europe/Berlin"),
                "DE",
                "DE-SH",
                SeveralMatches.FIRST,
                90,
                List.of("A"),
                List.of(),
                Regions.NONE,
                List.of("greeting-vip"));
        return new RuleSet(
                settings,
                17,
                List.of(
                        new Hotline("service", "Service", ServiceNumber.of(HOTLINE), "freephone", "central"),
                        new Hotline("sales", "Sales", ServiceNumber.of(SECOND_HOTLINE), "freephone", "central")),
                targets,
                plans,
                Map.of(),
                Optional.empty(),
                new ScriptedRules());
    }

    private LiveTenants tenants() {
        return new LiveTenants() {
            @Override
            public Optional<LiveTenant> owning(ServiceNumber called) {
                return tenant.ruleSet().hotlines().stream()
                                .anyMatch(one -> one.number().equals(called))
                        ? Optional.of(tenant)
                        : Optional.empty();
            }

            @Override
            public Collection<LiveTenant> all() {
                return List.of(tenant);
            }
        };
    }

    private final class ScriptedRules implements RuleEngine {
        @Override
        public Verdict evaluate(Facts facts, Predicate<String> exists, Deadline deadline, DecisionTrace trace) {
            evaluations.incrementAndGet();
            return rules.evaluate(facts, deadline);
        }

        @Override
        public Optional<String> factText(String name, Facts facts) {
            return Optional.empty();
        }
    }

    private static final class NobodyKnown implements CustomerDirectory {
        @Override
        public CustomerMatches find(PhoneNumber caller) {
            return CustomerMatches.NOBODY;
        }

        @Override
        public Optional<CustomerProfile> customer(String customerId) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> person(String personId) {
            return Optional.empty();
        }
    }

    /** German spellings, as far as these tests dial. */
    private final class SmallNumberPlan implements NumberPlan {
        @Override
        public Optional<PhoneNumber> read(String text, String country) {
            String digits = text.replaceAll("[ ()/-]", "");
            if (digits.startsWith("00")) {
                return PhoneNumber.parse("+" + digits.substring(2));
            }
            return digits.startsWith("0") ? PhoneNumber.parse("+49" + digits.substring(1)) : PhoneNumber.parse(digits);
        }

        @Override
        public boolean isEmergency(String text, String country) {
            if (numberPlanBroken) {
                throw new IllegalStateException("the number plan is gone");
            }
            String digits = text.replaceAll("[^0-9+]", "");
            return Set.of("110", "112", "+49110", "+49112", "0049110", "0049112")
                    .contains(digits);
        }

        @Override
        public LineType lineType(PhoneNumber number, String country) {
            return LineType.UNKNOWN;
        }

        @Override
        public Optional<String> country(PhoneNumber number) {
            return Optional.empty();
        }
    }

    private static final class NoHolidays implements Holidays {
        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return false;
        }

        @Override
        public boolean knows(String region) {
            return true;
        }
    }
}
