package io.stellwerk.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.KeyHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {

    private static final String HASH = "sha256:" + "0a".repeat(32);
    private static final Path BASE = Path.of("/etc/stellwerk");

    @Test
    void without_a_file_everything_has_a_safe_default() throws Exception {
        Configuration configuration = ConfigurationReader.read("", BASE, Map.of());

        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("data"));
        assertThat(configuration.carrierHttp().host()).isEqualTo("127.0.0.1");
        assertThat(configuration.carrierHttp().carrierWithoutKey()).isEmpty();
        assertThat(configuration.management().host()).isEqualTo("127.0.0.1");
        assertThat(configuration.management().withoutToken()).isFalse();
        assertThat(configuration.carriers()).isEmpty();
    }

    @Test
    void every_section_is_read() throws Exception {
        Configuration configuration =
                ConfigurationReader.read("""
                server: {dataDirectory: data, drainTime: 3s, eventLoops: 2}
                carrierHttp:
                  host: 0.0.0.0
                  port: 8443
                  tls: {certificate: tls.crt, key: tls.key}
                  overload: unavailable
                management: {port: 9000, token: "%s"}
                carriers:
                  - name: nordnetz
                    country: DE
                    keys: ["%s", "env:NORDNETZ_KEY"]
                    trustedForAssertedId: yes
                    serviceNumbers: ["+498001234567"]
                    defaultDeadline: 300ms
                tenants:
                  - {id: nordlicht, ruleSet: rules/nordlicht}
                """.formatted(HASH, HASH), BASE, Map.of("NORDNETZ_KEY", "a-long-random-key"));

        assertThat(configuration.dataDirectory()).isEqualTo(BASE.resolve("data"));
        assertThat(configuration.drainTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(configuration.carrierHttp().tls())
                .contains(new Tls(BASE.resolve("tls.crt"), BASE.resolve("tls.key"), Optional.empty()));
        assertThat(configuration.carrierHttp().overloadUnavailable()).isTrue();
        assertThat(configuration.management().token()).isPresent();
        CarrierAccess carrier = configuration.carriers().get(0);
        assertThat(carrier.carrier().trustedForAssertedId()).isTrue();
        assertThat(carrier.carrier().defaultDeadline()).isEqualTo(Duration.ofMillis(300));
        assertThat(carrier.keys().get(1).matches(KeyHash.of("a-long-random-key")))
                .isTrue();
        assertThat(carrier.keys().get(1).matches(KeyHash.of("another-key"))).isFalse();
        assertThat(configuration.tenants())
                .containsExactly(new TenantFolder("nordlicht", BASE.resolve("rules/nordlicht")));
    }

    @Test
    void the_environment_goes_before_the_file() throws Exception {
        Configuration configuration = ConfigurationReader.read(
                "carrierHttp: {port: 8443}",
                BASE,
                Map.of(
                        "STELLWERK_CARRIER_HTTP_PORT", "9443",
                        "STELLWERK_SERVER_DATA_DIRECTORY", "elsewhere",
                        "STELLWERK_MANAGEMENT_PORT", "tcp://10.0.0.1:8081",
                        "STELLWERK_HOME", "/opt/stellwerk"));

        assertThat(configuration.carrierHttp().port()).isEqualTo(9443);
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("elsewhere"));
        // Kubernetes' own variable for a service of that name, not ours.
        assertThat(configuration.management().port()).isEqualTo(8081);
    }

    @Test
    void all_errors_come_at_once_each_with_its_key_line_and_remedy() {
        List<ConfigurationError> errors = errors("""
                carierHttp: {port: 8080}
                management:
                  port: 80800
                  tokn: abc
                server:
                  drainTime: soon
                carriers:
                  - name: nordnetz
                    country: Germany
                    keys: ["secret-in-clear", "env:NOT_SET"]
                tenants:
                  - id: Nord Licht
                """, Map.of("STELLWERK_MANAGMENT_HOST", "0.0.0.0"));

        assertThat(errors)
                .extracting(ConfigurationError::key, ConfigurationError::line)
                .containsExactlyInAnyOrder(
                        tuple("carierHttp", 1),
                        tuple("management.port", 3),
                        tuple("management.tokn", 4),
                        tuple("server.drainTime", 6),
                        tuple("carriers[0].country", 9),
                        tuple("carriers[0].keys[0]", 10),
                        tuple("carriers[0].keys[1]", 10),
                        tuple("tenants[0].id", 12),
                        tuple("tenants[0].ruleSet", 0),
                        tuple("STELLWERK_MANAGMENT_HOST", 0));
        assertThat(errors).allSatisfy(error -> assertThat(error.remedy()).isNotEmpty());
        assertThat(errors).noneSatisfy(error -> assertThat(error.toString()).contains("secret-in-clear"));
        assertThat(errors)
                .extracting(ConfigurationError::remedy)
                .contains(
                        "Did you mean 'carrierHttp'?",
                        "Did you mean 'token'?",
                        "Did you mean STELLWERK_MANAGEMENT_HOST?");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{carrierHttp: {host: 0.0.0.0, carrierWithoutKey: a}, carriers: [{name: a}]} | carrierHttp.carrierWithoutKey",
                "{carrierHttp: {carrierWithoutKey: b}, carriers: [{name: a, certificateNames: [a]}]} | carrierHttp.carrierWithoutKey",
                "'carriers: [{name: a, certificateFingerprints: [\"00\"]}]' | carriers[0].certificateFingerprints[0]",
                "management: {host: 0.0.0.0, withoutToken: yes} | management.withoutToken",
                "carrierHttp: {tls: {certificate: a.pem}} | carrierHttp.tls.key",
                "carrierHttp: {overload: unavailabel} | carrierHttp.overload",
                "carriers: [{name: a}] | carriers[0].keys",
                "carriers: nordnetz | carriers",
                "server: data | server",
                "server: {eventLoops: [1]} | server.eventLoops",
                "server: {eventLoops: 0} | server.eventLoops",
                "'management: {port: 1, port: 2}' | management.port",
                "tenants: [{id: a, ruleSet: a}, {id: a, ruleSet: b}] | tenants[1].id",
                "'server: {' | configuration",
            })
    void what_cannot_be_is_refused(String text, String key) {
        assertThat(errors(text, Map.of())).extracting(ConfigurationError::key).containsExactly(key);
    }

    @Test
    void no_key_shows_when_the_configuration_is_printed() throws Exception {
        Configuration configuration = ConfigurationReader.read(
                "management: {token: \"env:TOKEN\"}\ncarriers: [{name: a, keys: [\"" + HASH + "\", \"env:KEY\"]}]",
                BASE,
                Map.of("TOKEN", "token-in-clear", "KEY", "key-in-clear"));

        assertThat(configuration.toString())
                .contains("***")
                .doesNotContain("in-clear")
                .doesNotContain(HASH.substring(7));
    }

    private static List<ConfigurationError> errors(String text, Map<String, String> environment) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> ConfigurationReader.read(text, BASE, environment));
        return refused.errors();
    }
}
