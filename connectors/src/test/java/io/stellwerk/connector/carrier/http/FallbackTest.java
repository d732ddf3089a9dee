package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.carrier.http.CarrierHouse.Reply;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.engine.router.LiveTenant;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /v1/fallback}. */
class FallbackTest {

    private static final String ROUTES =
            "[{'uri':'sip:switchboard@pbx-a.example'},{'uri':'sip:switchboard@pbx-b.example;user=phone,x',"
                    + "'dst_uri':'sip:192.0.2.11'}]";

    private final CarrierHouse house = new CarrierHouse().open();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_default_routes_of_all_service_numbers_are_told_in_order() {
        Reply reply = get("Bearer " + CarrierHouse.KEY);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body())
                .isEqualTo(("{'v':1,'hotlines':[{'called':'+498001234567','routes':" + ROUTES
                                + "},{'called':'+498007654321','routes':" + ROUTES + "}]}")
                        .replace('\'', '"'));
    }

    @Test
    void a_carrier_sees_the_service_numbers_that_it_may_ask_for_only() {
        assertThat(get("Bearer " + CarrierHouse.OTHER_KEY).body())
                .contains(CarrierHouse.SECOND_HOTLINE)
                .doesNotContain(CarrierHouse.HOTLINE);
    }

    @Test
    void a_spreadsheet_reads_it_too() {
        Reply reply = get("Bearer " + CarrierHouse.OTHER_KEY, "Accept", "text/csv");

        assertThat(reply.headers().get("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(reply.body())
                .isEqualTo(String.join(
                        "\r\n",
                        "called,uri,dst_uri",
                        "+498007654321,sip:switchboard@pbx-a.example,",
                        "+498007654321,\"sip:switchboard@pbx-b.example;user=phone,x\",sip:192.0.2.11",
                        ""));
    }

    @ParameterizedTest(name = "Accept: {0} gives {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | application/json",
                "*/* | application/json",
                "application/* | application/json",
                "text/* | text/csv",
                "TEXT/CSV;charset=utf-8 | text/csv",
                "application/json;q=0.5, text/csv | text/csv",
                "text/csv;q=0.5, application/json;q=0.4 | text/csv",
                "text/csv;q=0.5, */* | application/json",
                "text/csv, application/json | application/json",
                "text/csv;q=1.000, */*;q=0.9 | text/csv",
                "application/json;q=0, */* | text/csv",
                "application/json;q=0 | 406",
                "text/html, image/* | 406",
                "application/json;q=7 | 406",
                "text/csv;q=0, text/*;q=0 | 406"
            })
    void the_type_is_what_the_client_likes_best(String accept, String expected) {
        Reply reply = get("Bearer " + CarrierHouse.KEY, "Accept", accept);

        if (expected.equals("406")) {
            assertThat(reply.status()).isEqualTo(406);
        } else {
            assertThat(reply.headers().get("Content-Type")).startsWith(expected);
        }
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        Reply first = get("Bearer " + CarrierHouse.KEY);
        String etag = first.headers().get("ETag");
        assertThat(etag).matches("\"[0-9a-f]{32}\"");

        for (String held : new String[] {etag, "W/" + etag, "\"old\", " + etag, "*"}) {
            Reply again = get("Bearer " + CarrierHouse.KEY, "If-None-Match", held);
            assertThat(again.status()).as(held).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().get("ETag")).isEqualTo(etag);
        }
        assertThat(get("Bearer " + CarrierHouse.KEY, "If-None-Match", "\"old\"").status())
                .isEqualTo(200);
        assertThat(get("Bearer " + CarrierHouse.KEY, "If-None-Match", etag, "Accept", "text/csv")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_published_change_has_another_etag() {
        String before = get("Bearer " + CarrierHouse.KEY).headers().get("ETag");
        house.tenant = new LiveTenant(
                house.ruleSet(Map.of(
                        "key-account-berlin",
                        CarrierHouse.target("key-account-berlin", 20, new TargetAddress("sip:a@new.example", "")),
                        "switchboard",
                        CarrierHouse.target("switchboard", 30, new TargetAddress("sip:b@new.example", "")))),
                house.tenant.customers(),
                TargetStatus.ALL_IN_SERVICE);

        Reply after = get("Bearer " + CarrierHouse.KEY, "If-None-Match", before);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).contains("sip:b@new.example");
    }

    @Test
    void a_target_out_of_service_stays_in_it() {
        house.tenant = new LiveTenant(house.tenant.ruleSet(), house.tenant.customers(), targetId -> false);

        assertThat(get("Bearer " + CarrierHouse.KEY).body()).contains("sip:switchboard@pbx-a.example");
    }

    @Test
    void its_head_tells_how_long_it_is() {
        Reply whole = get("Bearer " + CarrierHouse.KEY);
        Reply head = house.send(HttpMethod.HEAD, "/v1/fallback", "", "Authorization", "Bearer " + CarrierHouse.KEY);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().get("Content-Length"))
                .isEqualTo(Integer.toString(whole.bytes().length()));
    }

    @Test
    void nobody_else_sees_it() {
        assertThat(house.send(HttpMethod.GET, "/v1/fallback", "").status()).isEqualTo(401);
        assertThat(get("Bearer wrong").status()).isEqualTo(401);
    }

    private Reply get(String authorization, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = authorization;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return house.send(HttpMethod.GET, "/v1/fallback", "", all);
    }
}
