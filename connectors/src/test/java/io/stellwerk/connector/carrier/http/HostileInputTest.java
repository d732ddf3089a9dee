package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.stellwerk.connector.carrier.http.CarrierHouse.Reply;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What callers, networks and tenants may send or write: none of it may break an answer or leak a number. */
class HostileInputTest {

    private static final String EVIL = "a\r\nX-Evil: 1\r\n\r\n\u0000\u2028\u00e9\"\\";

    private final CarrierHouse house = new CarrierHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatever_a_body_is_it_gets_an_answer() {
        house.open();
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < 30; i++) {
            List<Buffer> bodies = new ArrayList<>();
            List<Future<Reply>> replies = new ArrayList<>();
            for (int j = 0; j < 50; j++) {
                Buffer body = Buffer.buffer(hostile(random));
                bodies.add(body);
                replies.add(house.sendLater(
                        HttpMethod.POST, "/v1/route", body, "Authorization", "Bearer " + CarrierHouse.KEY));
            }
            for (int j = 0; j < replies.size(); j++) {
                Reply reply = CarrierHouse.await(replies.get(j));
                assertThat(reply.status())
                        .as("seed %s, body %s", seed, bodies.get(j))
                        .isIn(200, 400, 413, 422);
                assertThat(reply.body())
                        .as("seed %s, body %s, headers %s", seed, bodies.get(j), reply.headers())
                        .startsWith("{")
                        .endsWith("}");
            }
        }
        assertThat(house.faults).as("seed %s", seed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\\r\\nX-Evil: 1", "\\u0000\\u001f", "\\ud800", "\\udc00\\ud800", "\u00e4\ud83d\ude00", "\\\"}"
            })
    void a_request_id_comes_back_as_it_was(String requestId) {
        house.open();
        String query = CarrierHouse.query(requestId);

        Reply reply = house.post(query);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getString("requestId")).isEqualTo(new JsonObject(query).getString("requestId"));
        assertThat(reply.body()).isPrintable();
    }

    @Test
    void a_tenant_cannot_write_another_header_line_whatever_its_names_are() {
        Map<String, RoutePlan> plans = Map.of(
                EVIL,
                new RoutePlan(EVIL, "", List.of(CarrierHouse.to(EVIL)), Optional.empty()),
                "central",
                new RoutePlan("central", "", List.of(CarrierHouse.to(EVIL)), Optional.empty()));
        house.tenant = new LiveTenant(
                house.ruleSet(
                        Map.of(EVIL, CarrierHouse.target(EVIL, 20, new TargetAddress("sip:" + EVIL, "sip:x " + EVIL))),
                        plans),
                house.tenant.customers(),
                TargetStatus.ALL_IN_SERVICE);
        house.rules = (facts, deadline) ->
                new Verdict(List.of(), List.of(EVIL), new Ruling.RouteTo(EVIL, new RuleId(EVIL, EVIL)));
        house.open();

        Reply reply = house.post(CarrierHouse.query("r1"));

        JsonObject route = reply.json().getJsonArray("routes").getJsonObject(0);
        assertThat(route.getJsonObject("headers").getString("extra"))
                .matches("X-Stellwerk-Decision: [0-9A-Z]{26}\r\nX-Stellwerk-Plan: a__X-Evil: 1_______\"\\\\\r\n");
        assertThat(route.getString("uri")).isEqualTo("sip:a%0D%0AX-Evil:%201%0D%0A%0D%0A%00%E2%80%A8%C3%A9%22\\");
        assertThat(route.getString("dst_uri")).startsWith("sip:x%20a%0D%0A");
        assertThat(route.getString("target")).isEqualTo(EVIL);
        Reply fallback = house.send(
                HttpMethod.GET,
                "/v1/fallback",
                "",
                "Authorization",
                "Bearer " + CarrierHouse.KEY,
                "Accept",
                "text/csv");
        assertThat(fallback.body().split("\r\n")).hasSize(3).allMatch(line -> line.split(",").length == 3);
    }

    @Test
    void nobodys_number_stands_in_an_answer_or_a_log() {
        Logger root = (Logger) LoggerFactory.getLogger("io.stellwerk");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        List<Reply> replies = new ArrayList<>();
        try {
            house.open();
            String numbers =
                    ",\"calling\":\"+4917099887766\",\"assertedId\":\"<sip:+4917099887766@x>\",\"privacy\":\"id\","
                            + "\"diversion\":\"<sip:+4917099887766@x>\"}";
            String query = "{\"requestId\":\"r1\",\"called\":\"+498001234567\"" + numbers;
            replies.add(house.post(query));
            house.rules = (facts, deadline) -> {
                throw new IllegalStateException("about " + facts.call());
            };
            replies.add(house.post(query.replace("r1", "r2")));
            replies.add(house.post(query.replace("r1", "r3").replace("+498001234567", "+498009999999")));
            replies.add(house.post(query.replace("r1", "r4").replace("+498001234567", "x+4917099887766")));
            replies.add(house.post(query.replace("\"r1\"", "4917099887766")));
            replies.add(house.post(query.replace("\"}", "")));
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        assertThat(replies.stream().map(Reply::status)).containsExactly(200, 200, 200, 422, 400, 400);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.body() + reply.headers()).doesNotContain("17099887766"));
        assertThat(log.list)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContain("17099887766"));
        assertThat(house.faults)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).doesNotContain("17099887766"));
    }

    @Test
    void heads_have_their_largest() throws IOException {
        house.open();
        try (RawConnection wordy = new RawConnection(house);
                RawConnection far = new RawConnection(house)) {
            assertThat(wordy.send("GET /v1/fallback HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9_000) + "\r\n\r\n")
                            .answer())
                    .contains(" 431 ");
            assertThat(far.send("GET /" + "x".repeat(3_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer())
                    .contains(" 414 ");
        }
        assertThat(house.post(CarrierHouse.query("r1")).status()).isEqualTo(200);
    }

    @Test
    void protocol_garbage_harms_nobody_else() throws IOException {
        house.open();
        for (String garbage : List.of(
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "GET\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0000".repeat(500))) {
            try (RawConnection connection = new RawConnection(house)) {
                connection.send(garbage);
            }
        }

        assertThat(house.post(CarrierHouse.query("r1")).status()).isEqualTo(200);
    }

    @Test
    void pipelined_queries_are_answered_in_order() throws IOException {
        house.open();
        try (RawConnection connection = new RawConnection(house)) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                all.append(RawConnection.whole(CarrierHouse.query("pipelined-" + i)));
            }
            connection.send(all.toString());
            StringBuilder answers = new StringBuilder();
            while (!answers.toString().contains("\"pipelined-49\"")) {
                answers.append(connection.answer());
            }

            int from = 0;
            for (int i = 0; i < 50; i++) {
                from = answers.indexOf("\"pipelined-" + i + "\"", from);
                assertThat(from).as("answer %d", i).isNotNegative();
            }
        }
    }

    @Test
    void a_client_that_does_not_read_its_answers_is_cut_off() throws IOException {
        house.open();
        String block = RawConnection.whole(CarrierHouse.query("r")).repeat(200);
        try (RawConnection deaf = new RawConnection(house)) {
            boolean cut = false;
            for (int i = 0; i < 2_000 && !cut; i++) {
                try {
                    deaf.send(block);
                } catch (IOException closed) {
                    cut = true;
                }
            }

            assertThat(cut).isTrue();
        }
    }

    @Test
    void silent_connections_and_bodies_that_trickle_are_closed() throws IOException {
        house.open(options -> withLimits(options, 100, Duration.ofMillis(500)));
        try (RawConnection silent = new RawConnection(house);
                RawConnection trickling = new RawConnection(house)) {
            trickling.send(RawConnection.head("10000"));
            boolean cut = false;
            for (int i = 0; i < 100 && !cut; i++) {
                try {
                    trickling.send("x");
                    Thread.sleep(100);
                } catch (IOException closed) {
                    cut = true;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            assertThat(cut).isTrue();
            assertThat(silent.untilClosed()).isEmpty();
        }
    }

    @Test
    void more_connections_than_it_may_are_closed() throws IOException {
        house.open(options -> withLimits(options, 3, Duration.ofSeconds(60)));
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                RawConnection connection = new RawConnection(house);
                open.add(connection);
                assertThat(connection
                                .send(RawConnection.whole(CarrierHouse.query("r" + i)))
                                .answer())
                        .startsWith("HTTP/1.1 200");
            }
            try (RawConnection tooMany = new RawConnection(house)) {
                assertThat(tooMany.untilClosed()).isEmpty();
            }
            assertThat(open.get(0)
                            .send(RawConnection.whole(CarrierHouse.query("still")))
                            .answer())
                    .startsWith("HTTP/1.1 200");
        } finally {
            for (RawConnection each : open) {
                each.close();
            }
        }
    }

    /** Queries bent out of shape: cut, with bytes changed, with fields of any type and size. */
    private static byte[] hostile(SplittableRandom random) {
        byte[] query = randomQuery(random).getBytes(StandardCharsets.UTF_8);
        switch (random.nextInt(5)) {
            case 0 -> {
                return java.util.Arrays.copyOf(query, random.nextInt(query.length + 1));
            }
            case 1 -> {
                for (int i = random.nextInt(8); i >= 0; i--) {
                    query[random.nextInt(query.length)] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                byte[] noise = new byte[random.nextInt(300)];
                for (int i = 0; i < noise.length; i++) {
                    noise[i] = (byte) random.nextInt(256);
                }
                return noise;
            }
            default -> {}
        }
        return query;
    }

    private static String randomQuery(SplittableRandom random) {
        String[] names = {
            "requestId",
            "network",
            "called",
            "calling",
            "assertedId",
            "privacy",
            "diversion",
            "digits",
            "deadlineMs",
            "attempt",
            "x",
            "\\u0000",
            ""
        };
        StringBuilder json = new StringBuilder("{\"requestId\":\"r\",\"called\":\"+498001234567\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            json.append(",\"")
                    .append(names[random.nextInt(names.length)])
                    .append("\":")
                    .append(randomValue(random, 0));
        }
        return json.append('}').toString();
    }

    private static String randomValue(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 4 ? 7 : 9)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> Long.toString(random.nextLong());
            case 3 -> "1e" + random.nextInt(100_000);
            case 4 -> "9".repeat(1 + random.nextInt(2_000));
            case 5 -> "\"" + "\\ud83d".repeat(random.nextInt(20)) + "\"";
            case 6 -> "\"sip:+49" + random.nextInt() + "@x;\\r\\n<\\\"" + "a".repeat(random.nextInt(400)) + "\"";
            case 7 -> "[" + randomValue(random, depth + 1) + "," + randomValue(random, depth + 1) + "]";
            default -> "{\"called\":" + randomValue(random, depth + 1) + "}";
        };
    }

    private static CarrierHttpOptions withLimits(CarrierHttpOptions options, int connections, Duration idle) {
        return new CarrierHttpOptions(
                options.host(),
                options.port(),
                options.eventLoops(),
                Optional.empty(),
                options.overload(),
                options.overloadLag(),
                connections,
                options.maxQueries(),
                idle,
                options.drainTimeout(),
                options.rememberFor(),
                options.rememberEntries(),
                options.rememberBytes(),
                options.tls());
    }
}
