package io.stellwerk.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stellwerk.connector.carrier.http.CarrierHttpOptions;
import io.stellwerk.connector.carrier.http.CarrierHttpServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a query costs the event loop: the carriers' port with rules that cost nothing, against a bare Vert.x server that
 * parses and answers JSON of the same size, in turn in one process. CPU of the one event-loop thread of each.
 *
 * <p>To hold: the bare server's cost is at least 0.65 of ours, so that rules and customers have room above the floor of
 * 0.5 for the whole.
 */
public final class CarrierRequestCost {

    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final int QUERIES = Integer.getInteger("queries", 40_000);

    private static final JsonFactory JSON = new JsonFactory();

    private CarrierRequestCost() {}

    public static void main(String[] arguments) throws Exception {
        Vertx bareVertx = oneLoop();
        Vertx ownVertx = oneLoop();
        HttpServer bare = await(bareVertx
                .createHttpServer()
                .requestHandler(CarrierRequestCost::answerBarely)
                .listen(0, "127.0.0.1"));
        CarrierHttpServer own = await(startOwn(ownVertx));
        try (QueryLoad atBare = new QueryLoad(bare.actualPort(), CONNECTIONS);
                QueryLoad atOwn = new QueryLoad(own.port(), CONNECTIONS)) {
            System.out.printf(
                    Locale.ROOT,
                    "query %d bytes, answer %d bytes bare, %d bytes ours%n",
                    QueryLoad.body(1).length(),
                    atBare.answerLength(),
                    atOwn.answerLength());
            measure(new Side("bare", loopThread(bareVertx), atBare), new Side("ours", loopThread(ownVertx), atOwn));
        } finally {
            await(own.close());
            await(Future.all(bareVertx.close(), ownVertx.close()));
        }
    }

    private record Side(String name, long threadId, QueryLoad load) {}

    private static void measure(Side bare, Side own) throws Exception {
        for (Side side : List.of(bare, own, bare, own)) {
            side.load().send(QUERIES);
        }
        List<double[]> bareRounds = new ArrayList<>();
        List<double[]> ownRounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            // Each goes first in every other round: what the machine does besides changes slowly.
            if (round % 2 == 0) {
                bareRounds.add(round(bare));
            }
            ownRounds.add(round(own));
            if (round % 2 == 1) {
                bareRounds.add(round(bare));
            }
        }
        double bareCpu = report(bare.name(), bareRounds);
        double ownCpu = report(own.name(), ownRounds);
        System.out.printf(Locale.ROOT, "ratio bare/ours %.2f%n", bareCpu / ownCpu);
    }

    /** CPU µs, bytes allocated and wall µs a query. */
    private static double[] round(Side side) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpu = threads.getThreadCpuTime(side.threadId());
        long allocated = threads.getThreadAllocatedBytes(side.threadId());
        long began = System.nanoTime();
        side.load().send(QUERIES);
        return new double[] {
            (threads.getThreadCpuTime(side.threadId()) - cpu) / 1_000.0 / QUERIES,
            (double) (threads.getThreadAllocatedBytes(side.threadId()) - allocated) / QUERIES,
            (System.nanoTime() - began) / 1_000.0 / QUERIES
        };
    }

    private static double report(String name, List<double[]> rounds) {
        double[] cpu = rounds.stream().mapToDouble(round -> round[0]).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: median %.2f us CPU a query (%s), %.0f bytes allocated, %.1f us wall%n",
                name,
                cpu[cpu.length / 2],
                Arrays.stream(cpu)
                        .mapToObj(each -> String.format(Locale.ROOT, "%.2f", each))
                        .toList(),
                rounds.get(rounds.size() - 1)[1],
                rounds.get(rounds.size() - 1)[2]);
        return cpu[cpu.length / 2];
    }

    private static Vertx oneLoop() {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    }

    private static long loopThread(Vertx vertx) throws Exception {
        CompletableFuture<Long> id = new CompletableFuture<>();
        vertx.runOnContext(here -> id.complete(Thread.currentThread().getId()));
        return id.get(10, TimeUnit.SECONDS);
    }

    private static Future<CarrierHttpServer> startOwn(Vertx vertx) {
        TrivialHouse house = new TrivialHouse();
        CarrierHttpOptions defaults = CarrierHttpOptions.defaults();
        // Never overloaded: on a busy machine the cheap answer of an overloaded node would be measured instead.
        CarrierHttpOptions options = new CarrierHttpOptions(
                defaults.host(),
                0,
                1,
                Optional.empty(),
                defaults.overload(),
                Duration.ofHours(1),
                defaults.maxConnections(),
                defaults.maxQueries(),
                defaults.idleTimeout(),
                defaults.drainTimeout(),
                defaults.rememberFor(),
                defaults.rememberEntries(),
                defaults.rememberBytes(),
                Optional.empty());
        return CarrierHttpServer.start(
                vertx, options, house.desk(), house.tenants(), house::carriers, () -> true, new SimpleMeterRegistry());
    }

    /** Parses the query, looks at nothing, and writes an answer of the same shape. */
    private static void answerBarely(HttpServerRequest request) {
        request.body()
                .onSuccess(body -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(Buffer.buffer(bareAnswer(parse(body.getBytes()).getOrDefault("requestId", "")))));
    }

    private static Map<String, String> parse(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static byte[] bareAnswer(String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator to = JSON.createGenerator(bytes)) {
            to.writeStartObject();
            to.writeStringField("version", "1.0");
            to.writeNumberField("v", 1);
            to.writeStringField("requestId", requestId);
            to.writeStringField("action", "route");
            to.writeStringField("routing", "serial");
            to.writeArrayFieldStart("routes");
            to.writeStartObject();
            to.writeStringField("uri", "sip:+49301112220@pbx-a.example");
            to.writeStringField("dst_uri", "sip:192.0.2.10:5060");
            to.writeStringField("target", "key-account-berlin");
            to.writeNumberField("fr_timer", 1000);
            to.writeNumberField("fr_inv_timer", 20000);
            to.writeObjectFieldStart("headers");
            to.writeStringField(
                    "extra", "X-Stellwerk-Decision: 01KAV5Z8M0J8YQ4T2N6R3W7XEC\r\nX-Stellwerk-Plan: key-account\r\n");
            to.writeEndObject();
            to.writeEndObject();
            to.writeEndArray();
            to.writeArrayFieldStart("announce");
            to.writeString("greeting-vip");
            to.writeEndArray();
            to.writeObjectFieldStart("decision");
            to.writeStringField("id", "01KAV5Z8M0J8YQ4T2N6R3W7XEC");
            to.writeStringField("tenant", "nordlicht");
            to.writeStringField("plan", "key-account");
            to.writeStringField("rule", "rules/offers.csv#row-7");
            to.writeNumberField("ruleSetVersion", 17);
            to.writeBooleanField("default", false);
            to.writeNullField("reason");
            to.writeNumberField("tookMicros", 5);
            to.writeEndObject();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
