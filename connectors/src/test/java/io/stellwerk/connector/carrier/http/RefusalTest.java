package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.carrier.http.CarrierHouse.Reply;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The status table of docs/carrier-api.md. */
class RefusalTest {

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer " + CarrierHouse.KEY;

    private final CarrierHouse house = new CarrierHouse().open();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void all_that_is_wrong_with_a_query_stands_in_one_problem_document() {
        Reply reply = house.post("{\"called\":7,\"attempt\":0}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers().get("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = reply.json();
        assertThat(problem.getString("type")).isEqualTo("urn:stellwerk:problem:invalid-query");
        assertThat(problem.getInteger("status")).isEqualTo(400);
        assertThat(problem.getString("title")).isNotEmpty();
        JsonArray errors = problem.getJsonArray("errors");
        assertThat(errors.stream().map(each -> ((JsonObject) each).getString("field")))
                .containsExactlyInAnyOrder("called", "attempt", "requestId");
        assertThat(errors.stream().map(each -> ((JsonObject) each).getString("remedy")))
                .allMatch(remedy -> remedy.startsWith("Send"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gibberish", "sip:bob@example.com", "12x4", "+", "0800-CALL-NOW"})
    void what_is_not_a_number_is_told_so(String called) {
        Reply reply = house.post("{\"requestId\":\"r1\",\"called\":\"" + called + "\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("called");
    }

    @Test
    void a_service_number_of_others_is_not_reachable() {
        Reply reply = house.send(
                HttpMethod.POST,
                "/v1/route",
                CarrierHouse.query("r1"),
                AUTHORIZATION,
                "Bearer " + CarrierHouse.OTHER_KEY);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(house.evaluations).hasValue(0);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | ''",
                "'' | ''",
                "application/x-www-form-urlencoded | ''",
                "application/jsonx | ''",
                "application/json; charset=iso-8859-1 | ''",
                "application/json | gzip",
                "application/json | br"
            })
    void only_plain_json_is_read(String type, String encoding) {
        Reply reply = house.send(
                HttpMethod.POST,
                "/v1/route",
                CarrierHouse.query("r1"),
                AUTHORIZATION,
                BEARER,
                "Content-Type",
                type,
                "Content-Encoding",
                encoding);

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.headers().get("Accept-Post")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=UTF-8", "Application/JSON", "application/json; charset=\"utf-8\""})
    void json_is_json_however_it_is_written(String type) {
        assertThat(house.send(
                                HttpMethod.POST,
                                "/v1/route",
                                CarrierHouse.query("r1"),
                                AUTHORIZATION,
                                BEARER,
                                "Content-Type",
                                type)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} bytes: {1}")
    @CsvSource({"16384,200", "16385,413", "40000,413", "600000,413"})
    void a_body_has_its_largest_and_the_connection_goes_on(int bytes, int status) {
        String query = CarrierHouse.query("r1");
        String body = query.substring(0, query.length() - 1) + ",\"pad\":\"";
        body += "x".repeat(bytes - body.length() - 2) + "\"}";

        assertThat(house.post(body).status()).isEqualTo(status);
        assertThat(house.post(CarrierHouse.query("r2")).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v1/route | 405 | POST",
                "PUT | /v1/route | 405 | POST",
                "DELETE | /v1/fallback | 405 | GET, HEAD",
                "POST | /v1/fallback | 405 | GET, HEAD",
                "GET | / | 404 | ",
                "POST | /v1/route/ | 404 | ",
                "POST | /v1/calls/a84b/events | 404 | ",
                "GET | /v2/route | 404 | "
            })
    void other_paths_and_methods_are_told_so(String method, String path, int status, String allow) {
        Reply reply = house.send(HttpMethod.valueOf(method), path, "", AUTHORIZATION, BEARER);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().get("Allow")).isEqualTo(allow);
        assertThat(reply.headers().get("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_query_string_does_not_matter() {
        assertThat(house.send(HttpMethod.POST, "/v1/route?x=1", CarrierHouse.query("r1"), AUTHORIZATION, BEARER)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_is_not_ready_sends_the_network_to_the_next_node() {
        house.ready = false;

        Reply reply = house.post(CarrierHouse.query("r1"));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().get("Retry-After")).isEqualTo("1");
        house.ready = true;
        assertThat(house.post(CarrierHouse.query("r1")).status()).isEqualTo(200);
    }

    @Test
    void problems_are_counted_by_status() {
        List<Integer> statuses = List.of(
                house.post("{}").status(),
                house.post("{").status(),
                house.post("{\"requestId\":\"r1\",\"called\":\"x\"}").status());

        assertThat(statuses).containsExactly(400, 400, 422);
        assertThat(house.counted("stellwerk.carrier.problems", "status", "400")).isEqualTo(2);
        assertThat(house.counted("stellwerk.carrier.problems", "status", "422")).isEqualTo(1);
    }
}
