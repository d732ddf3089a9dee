package io.stellwerk.bench.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a decision over HTTP costs: a million customers and a thousand rules, against a bare server that parses and writes
 * JSON of the same sizes. One event loop each, in turns, in one process; loopback only.
 *
 * <p>Arguments: customers (1000000), queries a round (30000), rounds (7), a scratch folder.
 */
public final class RouteOverHttp {

    private static final int WARM_UP_ROUNDS = 4;

    private RouteOverHttp() {}

    public static void main(String[] arguments) throws Exception {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int queries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        Path folder = Path.of(arguments.length > 3 ? arguments[3] : System.getProperty("java.io.tmpdir"), "bench-http");

        Vertx client = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try (Company company = Company.of(folder, customers);
                Measured stellwerk = Measured.of("stellwerk", company::serve)) {
            Load load = new Load(client, company.queries(queries));
            Sample sample = Sample.of(load.answers(stellwerk.port()));
            compare(load, stellwerk, sample, customers, queries, rounds);
        } finally {
            client.close();
        }
    }

    private static void compare(Load load, Measured stellwerk, Sample sample, int customers, int queries, int rounds)
            throws Exception {
        try (Measured bare = Measured.of("bare", vertx -> BareServer.start(vertx, sample.averageLength()))) {
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                load.run(bare.port());
                load.run(stellwerk.port());
            }
            List<Round> ofBare = new ArrayList<>();
            List<Round> ofStellwerk = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                ofBare.add(bare.round(load));
                ofStellwerk.add(stellwerk.round(load));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d customers, %,d rules, %d rounds of %,d queries; %.0f %% decided by a rule, answers of %d bytes%n%n",
                    customers,
                    Company.RULES,
                    rounds,
                    queries,
                    100 * sample.shareByRule(),
                    sample.averageLength());
            print(ofBare, ofStellwerk);
        }
    }

    private static void print(List<Round> bare, List<Round> stellwerk) {
        System.out.println("| server | loop CPU µs a query | requests/s | p50 µs | p99 µs |");
        System.out.println("| --- | --- | --- | --- | --- |");
        row("bare Vert.x", bare);
        row("Stellwerk", stellwerk);
        double ratio = median(bare, Round::cpuMicros) / median(stellwerk, Round::cpuMicros);
        System.out.printf(Locale.ROOT, "%nratio by CPU of the event loop: %.2f (floor 0.5)%n", ratio);
    }

    private static void row(String name, List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %,.0f | %.0f | %.0f |%n",
                name,
                median(rounds, Round::cpuMicros),
                median(rounds, Round::perSecond),
                median(rounds, Round::p50Micros),
                median(rounds, Round::p99Micros));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(rounds.size() / 2);
    }
}
