package io.stellwerk.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementApiTest {

    private static final String TOKEN = "a-long-random-token";
    private static final ApiAccess BY_TOKEN = new ApiAccess(Optional.of(TOKEN::equals), false);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path uploads;

    private SmallHouse house;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        house = new SmallHouse(uploads);
        server = serve(BY_TOKEN);
    }

    private HttpServer serve(ApiAccess access) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(ManagementApi.router(vertx, access, house, house))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void tenants_are_listed() throws Exception {
        HttpResponse<String> answer = send(request("/api/tenants").GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(answer.body()).getJsonArray("tenants").getJsonObject(0))
                .isEqualTo(
                        new JsonObject(
                                "{\"id\":\"nordlicht\",\"name\":\"Nordlicht Energie\",\"ruleSetVersion\":3,\"hotlines\":8,\"customers\":50000}"));
    }

    @Test
    void a_target_is_taken_out_of_service_and_back() throws Exception {
        HttpResponse<String> out =
                send(request("/api/tenants/nordlicht/targets/kiel/status").PUT(body("{\"inService\":false}")));

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(house.targets).containsEntry("kiel", false);
        assertThat(new JsonObject(out.body()).getString("since")).isEqualTo("2026-11-21T10:00:00Z");

        send(request("/api/tenants/nordlicht/targets/kiel/status").PUT(body("{\"inService\":true}")));

        assertThat(house.targets).containsEntry("kiel", true);
    }

    @Test
    void a_target_may_have_any_id_if_it_is_encoded() throws Exception {
        send(request("/api/tenants/nordlicht/targets/l%C3%BCbeck%2F1/status").PUT(body("{\"inService\":false}")));

        assertThat(house.targets).containsEntry("lübeck/1", false);
    }

    @ParameterizedTest(name = "body [{0}]")
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"inService\":\"no\"}",
                "{\"inService\":null}",
                "{\"inService\":fal",
                "nonsense"
            })
    void a_status_that_says_nothing_is_refused(String body) throws Exception {
        HttpResponse<String> answer =
                send(request("/api/tenants/nordlicht/targets/kiel/status").PUT(body(body)));

        assertThat(problem(answer, 400).getString("detail")).contains("inService");
        assertThat(house.targets).containsEntry("kiel", true);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET, /api/tenants/nobody/targets, 404",
        "PUT, /api/tenants/nordlicht/targets/nowhere/status, 404",
        "POST, /api/tenants/nobody/rule-set/reload, 404",
        "POST, /api/tenants/nobody/customers/imports, 404",
        "GET, /api/tenants/nordlicht/customers/imports/77, 404",
        "GET, /api/tenants/nordlicht/customers/imports/77/quarantine, 404",
        "GET, /api/nothing, 404",
        "DELETE, /api/tenants, 405",
        "POST, /api/tenants/unreadable/rule-set/reload, 503",
        "POST, /api/tenants/nordlicht/customers/imports?map=nothing, 400",
    })
    void what_is_not_there_or_fails_is_a_problem_document(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = send(request(path).method(method, body("{\"inService\":true}")));

        assertThat(problem(answer, status).getString("title")).isNotEmpty();
    }

    @Test
    void a_rule_set_with_errors_answers_its_findings() throws Exception {
        house.broken = true;

        JsonObject problem =
                problem(send(request("/api/tenants/nordlicht/rule-set/reload").POST(body(""))), 422);

        assertThat(problem.getInteger("ruleSetVersion")).isEqualTo(3);
        assertThat(problem.getJsonArray("findings"))
                .isEqualTo(
                        new JsonArray(
                                "[{\"severity\":\"error\",\"code\":\"unknown-plan\",\"place\":{\"file\":\"rules/a.csv\",\"line\":7,\"character\":3,"
                                        + "\"row\":\"row-1\",\"column\":\"=> plan\"},\"message\":\"No plan 'x'.\",\"remedy\":\"Did you mean 'y'?\"}]"));
    }

    @Test
    void a_good_rule_set_goes_live() throws Exception {
        HttpResponse<String> answer =
                send(request("/api/tenants/nordlicht/rule-set/reload").POST(body("")));

        assertThat(new JsonObject(answer.body()).getInteger("ruleSetVersion")).isEqualTo(4);
    }

    @Test
    void an_upload_arrives_whole_and_can_be_watched() throws Exception {
        String customers = "id;name\n" + "4711;Müller\n".repeat(200_000);

        HttpResponse<String> begun =
                send(request("/api/tenants/nordlicht/customers/imports?map=Kd-Nr=id&map=a%3Db=name&confirm=true")
                        .POST(body(customers)));

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(house.contents.get("1")).isEqualTo(customers);
        ImportDesk.Order order = Optional.ofNullable(house.orders.get("1")).orElseThrow();
        assertThat(order.mapping()).containsEntry("Kd-Nr", "id").containsEntry("a=b", "name");
        assertThat(order.confirmed()).isTrue();
        String place = begun.headers().firstValue("Location").orElseThrow();
        JsonObject progress = new JsonObject(send(request(place).GET()).body());
        assertThat(progress.getString("state")).isEqualTo("running");
        assertThat(progress.getLong("rowsQuarantined")).isEqualTo(1);
        assertThat(send(request(progress.getString("quarantine")).GET()).body()).isEqualTo(customers);
    }

    @Test
    void while_an_import_runs_another_is_refused() throws Exception {
        house.busy = true;

        JsonObject problem =
                problem(send(request("/api/tenants/nordlicht/people/imports").POST(body("id;name"))), 409);

        assertThat(problem.getString("running")).isEqualTo("/api/tenants/nordlicht/customers/imports/1");
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/tenants/nordlicht/customers/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                            + TOKEN + "\r\nContent-Length: 1000\r\n\r\nid;name\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> uploadedFiles() == 1);
        }

        await().until(() -> uploadedFiles() == 0);
        assertThat(house.orders).isEmpty();
    }

    private long uploadedFiles() throws Exception {
        try (Stream<Path> files = Files.list(uploads)) {
            return files.count();
        }
    }

    @ParameterizedTest(name = "Authorization [{0}]")
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic YTpi", "a-long-random-token"})
    void without_the_token_nobody_gets_in(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/tenants"));
        HttpResponse<String> answer =
                send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

        problem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void without_a_token_only_this_machine_gets_in_and_no_foreign_page() throws Exception {
        server = serve(new ApiAccess(Optional.empty(), true));

        assertThat(send(HttpRequest.newBuilder(uri("/api/tenants"))).statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(uri("/api/tenants")).header("Origin", "http://localhost:8081"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(uri("/api/tenants")).header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(raw("GET /api/tenants HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonObject problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        return problem;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
