package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.KeyHash;
import io.stellwerk.connector.carrier.http.CarrierHouse.Reply;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    private final CarrierHouse house = new CarrierHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer " + CarrierHouse.KEY, "bearer  " + CarrierHouse.KEY, "Bearer " + CarrierHouse.ROTATED_KEY
            })
    void each_of_a_carriers_keys_lets_it_in(String authorization) {
        house.open();

        assertThat(ask(authorization).status()).isEqualTo(200);
    }

    @Test
    void a_carriers_name_and_key_let_it_in() {
        house.open();

        assertThat(ask(basic("kam:" + CarrierHouse.KEY)).status()).isEqualTo(200);
        assertThat(house.counted("stellwerk.carrier.queries", "carrier", "kam")).isEqualTo(1);
    }

    @Test
    void nobody_gets_in_with_something_else() {
        house.open();

        for (String wrong : List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Digest x",
                "Basic ###",
                basic("kam"),
                basic("kam:" + CarrierHouse.OTHER_KEY),
                basic("other:" + CarrierHouse.KEY),
                basic("nobody:" + CarrierHouse.KEY),
                basic(":" + CarrierHouse.KEY))) {
            Reply reply = ask(wrong);

            assertThat(reply.status()).as(wrong).isEqualTo(401);
            assertThat(reply.headers().get("WWW-Authenticate"))
                    .contains("Bearer")
                    .contains("Basic");
        }
        assertThat(house.evaluations).hasValue(0);
    }

    @Test
    void wrong_credentials_are_wrong_on_a_connection_that_had_right_ones() {
        house.open();

        assertThat(ask("Bearer " + CarrierHouse.KEY).status()).isEqualTo(200);
        assertThat(ask("Bearer wrong").status()).isEqualTo(401);
        assertThat(ask("").status()).isEqualTo(401);
    }

    @Test
    void a_withdrawn_key_is_wrong_at_once_on_open_connections_too() {
        house.open();
        assertThat(ask("Bearer " + CarrierHouse.KEY).status()).isEqualTo(200);

        house.carriers = new Carriers(List.of(
                CarrierAccess.byKeys(CarrierHouse.carrier("kam", Set.of()), KeyHash.of(CarrierHouse.ROTATED_KEY))));

        assertThat(ask("Bearer " + CarrierHouse.KEY).status()).isEqualTo(401);
        assertThat(ask("Bearer " + CarrierHouse.ROTATED_KEY).status()).isEqualTo(200);
    }

    @Test
    void who_needs_no_key_is_let_in_but_a_wrong_key_is_wrong() {
        house.open(options -> options.withoutKeyFor("kam"));

        assertThat(ask("").status()).isEqualTo(200);
        assertThat(ask("Bearer wrong").status()).isEqualTo(401);
        assertThat(house.counted("stellwerk.carrier.queries", "carrier", "kam")).isEqualTo(1);
    }

    @Test
    void nobody_goes_without_a_key_where_others_could_reach_the_port() {
        CarrierHttpOptions loopback = CarrierHttpOptions.defaults().withoutKeyFor("kam");

        assertThatThrownBy(() -> loopback.listeningOn("0.0.0.0", 8080))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'0.0.0.0'")
                .hasMessageContaining("give the carrier a key");
        assertThatThrownBy(() -> loopback.listeningOn("127.example.org", 8080))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_carrier_without_key_that_does_not_exist_keeps_the_port_closed() {
        assertThatThrownBy(() -> house.open(options -> options.withoutKeyFor("nobody")))
                .hasMessageContaining("'nobody', which is none of the carriers");
    }

    @Test
    void keys_are_configured_as_hashes_that_are_never_shown() {
        KeyHash hash = KeyHash.parse("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");

        Carriers carriers = new Carriers(List.of(CarrierAccess.byKeys(CarrierHouse.carrier("kam", Set.of()), hash)));
        assertThat(carriers.byKey("secret")).isPresent();
        assertThat(carriers.byKey("Secret")).isEmpty();
        assertThat(hash).hasToString("***");
        assertThatThrownBy(() -> KeyHash.parse("my plain key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("my plain key");
    }

    @Test
    void two_carriers_cannot_share_what_tells_them_apart() {
        CarrierAccess one = CarrierAccess.byKeys(CarrierHouse.carrier("one", Set.of()), KeyHash.of("k"));
        CarrierAccess two = new CarrierAccess(
                CarrierHouse.carrier("two", Set.of()), List.of(KeyHash.of("k")), Set.of("cn"), Set.of());
        CarrierAccess three =
                new CarrierAccess(CarrierHouse.carrier("three", Set.of()), List.of(), Set.of("cn"), Set.of());

        assertThatThrownBy(() -> new Carriers(List.of(one, two, three, three)))
                .hasMessageContaining("'one' and 'two' have the same key")
                .hasMessageContaining("certificate 'cn' is that of 'two' and of 'three'")
                .hasMessageContaining("'three' stands there twice");
    }

    private Reply ask(String authorization) {
        return house.send(
                HttpMethod.POST,
                "/v1/route",
                CarrierHouse.query("r" + System.nanoTime()),
                "Authorization",
                authorization);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
