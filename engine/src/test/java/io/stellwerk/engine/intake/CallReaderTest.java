package io.stellwerk.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.port.TableNumberPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallReaderTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String HOTLINE = "+498001234567";
    private static final String CALLER = "+4930111222";

    private final CallReader reader = new CallReader(new TableNumberPlan());

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "+498001234567",
                "00498001234567",
                "0800 1234567",
                "0800/123 45 67",
                "(0800) 123-4567",
                "sip:+498001234567@stellwerk.example",
                "SIP:+498001234567@stellwerk.example",
                "sips:+498001234567@stellwerk.example:5061;transport=tls",
                "sip:08001234567@192.0.2.1;user=phone",
                "sip:+49-800-1234567@stellwerk.example",
                "sip:%2B498001234567@stellwerk.example",
                "sip:+498001234567;npdi@stellwerk.example",
                "sip:+498001234567:secret@stellwerk.example",
                "sip:+498001234567",
                "tel:+498001234567",
                "tel:+49-800-1234567",
                "tel:08001234567;phone-context=+49",
                "<tel:+498001234567>",
                "<sip:+498001234567@stellwerk.example>;tag=8a",
                "Hotline <sip:+498001234567@stellwerk.example>",
                "\"Hotline\" <sip:+498001234567@stellwerk.example;user=phone>",
                "\"<sip:+4930999@x>\" <sip:+498001234567@stellwerk.example>",
                "\"Call \\\"us\\\", <now>\" <sip:+498001234567@stellwerk.example>",
                "\"12\\\" <pipes>, and more\" <sip:+498001234567@stellwerk.example>",
                "+498001234567@stellwerk.example",
                "  <sip:+498001234567@stellwerk.example>  ",
                "<sip:+498001234567@stellwerk.example?Subject=x>",
                "+49 (0) 800 1234567"
            })
    void the_called_number_is_understood_in_every_spelling(String called) {
        assertThat(call(query(called, CALLER)).called()).isEqualTo(ServiceNumber.of(HOTLINE));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "sip:",
                "<>",
                "sip:service@stellwerk.example",
                "sip:stellwerk.example",
                "sip:192.0.2.1",
                "sip:192.0.2.1:5060",
                "<sip:192.0.2.1;lr>",
                "015-xyz",
                "anonymous",
                "@",
                "\"",
                "\"Max <sip:+498001234567@x>",
                "+",
                "%",
                "%2",
                "%2B",
                ",,,",
                "urn:uuid:1"
            })
    void what_is_no_number_is_not_routed(String called) {
        assertThat(reader.read(query(called, CALLER), carrier(true), NOON)).isInstanceOf(CallReading.NotANumber.class);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "110",
                "112",
                "1 1 2",
                "+49110",
                "0049112",
                "sip:112@stellwerk.example",
                "<sip:110@192.0.2.1;user=phone>",
                "tel:112;phone-context=+49",
                "urn:service:sos",
                "URN:service:sos.police",
                "<urn:service:sos.fire>"
            })
    void an_emergency_call_is_never_routed(String called) {
        assertThat(reader.read(query(called, CALLER), carrier(true), NOON)).isInstanceOf(CallReading.Emergency.class);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"+4930111222", "030 111222", "\"Max, M.\" <sip:+4930111222@x>;tag=1", "tel:+49-30-111222"})
    void the_calling_number_is_understood_in_every_spelling(String calling) {
        assertThat(caller(query(HOTLINE, calling))).isEqualTo(CALLER);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "Anonymous",
                "restricted",
                "unavailable",
                "unknown",
                "anonymous@anonymous.invalid",
                "sip:anonymous@anonymous.invalid",
                "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1",
                "sip:alice@example.com",
                "sip:10.0.0.1",
                "garbage",
                "+",
                "+0",
                "<<<>>>",
                "\"\"\"",
                "\u0000"
            })
    void a_caller_without_a_usable_number_is_anonymous(String calling) {
        Call call = call(query(HOTLINE, calling));

        assertThat(call.calling().number()).isEmpty();
        assertThat(call.calling().restricted()).isTrue();
    }

    @ParameterizedTest(name = "asserted {0}, calling {1}, trusted {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<sip:+4930111222@x>              | +4940999     | true  | +4930111222",
                "<sip:+4930111222@x>              | +4940999     | false | +4940999",
                "<sip:+4930111222@x>              | anonymous    | true  | +4930111222",
                "<sip:+4930111222@x>              | anonymous    | false | -",
                "                                 | +4940999     | true  | +4940999",
                "garbage                          | +4940999     | true  | +4940999",
                "<sip:alice@x>, <tel:+4930111222> | +4940999     | true  | +4930111222",
                "<tel:+4930111222>, <tel:+49301>  | +4940999     | true  | +4930111222",
                "\"A, B\" <sip:b@x>,<tel:+4930111222>| +4940999  | true  | +4930111222",
                "<sip:alice@x>                    | sip:bob@y    | true  | -"
            })
    void the_asserted_identity_counts_where_the_carrier_is_trusted(
            @Nullable String asserted, String calling, boolean trusted, String expected) {
        CallQuery query = query(HOTLINE, calling, asserted == null ? "" : asserted, "", "");

        assertThat(callerOf(query, carrier(trusted))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id          | true",
                "user        | true",
                "header      | true",
                "full        | true",
                "ID          | true",
                "id;critical | true",
                "critical;id | true",
                "user; id    | true",
                "header, id  | true",
                "none        | false",
                "critical    | false",
                "session     | false",
                "''          | false",
                "identity    | false"
            })
    void privacy_restricts_what_is_shown_and_not_what_decides(String privacy, boolean restricted) {
        CallingParty calling = call(query(HOTLINE, CALLER, "", privacy, "")).calling();

        assertThat(calling.number()).contains(PhoneNumber.of(CALLER));
        assertThat(calling.restricted()).isEqualTo(restricted);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "anonymous, true",
        "Restricted, true",
        "sip:anonymous@anonymous.invalid, true",
        "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1, true",
        "sip:alice@anonymous.invalid, true",
        "sip:alice@example.com, false",
        "unavailable, false",
        "'', false"
    })
    void a_caller_who_hides_stays_hidden_though_the_network_asserts_his_number(String calling, boolean restricted) {
        Call call = call(query(HOTLINE, calling, "<sip:+4930111222@x>", "", ""));

        assertThat(call.calling().number()).contains(PhoneNumber.of(CALLER));
        assertThat(call.calling().restricted()).isEqualTo(restricted);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                      | -",
                "+49301                                                                  | +49301",
                "<sip:+49301@x>;reason=unconditional                                     | +49301",
                "<tel:+49301>;reason=user-busy;privacy=off;counter=1                     | +49301",
                "\"Desk, 1\" <sip:+49301@x>;reason=no-answer, <sip:+49302@x>;reason=user-busy | +49301",
                "<sip:alice@x>;reason=deflection, <sip:+49302@x>                         | -",
                "anonymous                                                               | -",
                "garbage <                                                               | -"
            })
    void the_first_diversion_is_the_latest(String diversion, String expected) {
        assertThat(divertedFrom(diversion)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // The entry before the last, by the order of the indices.
                "<sip:+49301@x>;index=1, <sip:+498001234567@x>;index=1.1                            | +49301",
                "<sip:+49301@x>;index=1, <sip:+49302@x>;index=1.1, <sip:+498001234567@x>;index=1.1.1 | +49302",
                "<sip:+498001234567@x>;index=1.1.1, <sip:+49301@x>;index=1, <sip:+49302@x>;index=1.1 | +49302",
                "<sip:+49301@x>;index=1.2, <sip:+49302@x>;index=1.9, <sip:+498001234567@x>;index=1.10 | +49302",
                "<sip:+498001234567@x>;index=1.10, <sip:+49301@x>;index=1.2, <sip:+49302@x>;index=1.9 | +49302",
                "<sip:+49301@x?Reason=SIP%3Bcause%3D302>;index=1, <sip:+498001234567@x>;index=1.1   | +49301",
                "\"A, B\" <sip:+49301@x>;index=1,<sip:+498001234567@x;cause=302>;index=1.1          | +49301",
                // What was mapped says who mapped it.
                "<sip:+49301@x>;index=1, <sip:+498001234567@x>;index=1.1;mp=1                       | +49301",
                "<sip:+49301@x>;index=1, <sip:+49302@x>;index=1.1;np=1, <sip:+498001234567@x>;index=1.2;mp=1 | +49301",
                "<sip:+49301@x>;index=1, <sip:+498001234567@x>;index=1.1;mp=1, <sip:+498001234567@y>;index=1.1.1;rc=1.1 | +49301",
                // Nobody diverted.
                "<sip:+498001234567@x>;index=1                                                      | -",
                "<sip:+498001234567@x>;index=1, <sip:+498001234567@y>;index=1.1;rc=1                | -",
                "<sip:+498001234567@x>;index=1, <sip:+498001234567@y>;index=1.1                     | -",
                "<sip:+49301@x>;index=1, <sip:+49301@y>;index=1.1;np=1                              | -",
                // Not a number, or not an index.
                "<sip:alice@x>;index=1, <sip:+498001234567@x>;index=1.1                             | -",
                "<sip:+49301@x>;index=, <sip:+498001234567@x>;index=1.1                             | -",
                "<sip:+49301@x>;index=99999999999999999999, <sip:+498001234567@x>;index=x           | -",
                "<sip:+49301@x>;index=1, <sip:+498001234567@x>;index=1.1;mp=7                       | +49301"
            })
    void in_a_history_the_latest_change_of_target_tells_who_diverted(String history, String expected) {
        assertThat(divertedFrom(history)).isEqualTo(expected);
    }

    @Test
    void a_long_history_is_read_to_its_end() {
        StringBuilder history = new StringBuilder("<sip:+49301@x>;index=1");
        String index = "1";
        for (int i = 2; i < 20; i++) {
            index += ".1";
            history.append(", \"A rather long name of somebody\" <sip:+4930")
                    .append(i)
                    .append("@a-long-host.example>;index=")
                    .append(index);
        }
        history.append(", <sip:+498001234567@x>;index=").append(index).append(".1");

        assertThat(divertedFrom(history.toString())).isEqualTo("+493019");
    }

    @Test
    void everything_else_of_the_query_is_kept() {
        Call call = call(new CallQuery("id-1", "switch-2", HOTLINE, CALLER, "", "", "", "123#", 2));

        assertThat(call.requestId()).isEqualTo("id-1");
        assertThat(call.carrier()).isEqualTo("kam");
        assertThat(call.network()).isEqualTo("switch-2");
        assertThat(call.digits()).isEqualTo("123#");
        assertThat(call.attempt()).isEqualTo(2);
        assertThat(call.at()).isEqualTo(NOON);
    }

    @Test
    void national_numbers_are_those_of_the_carriers_country() {
        Carrier austrian = new Carrier("kam", "AT", true, Set.of(), Duration.ofSeconds(1), Duration.ofSeconds(2));

        CallReading reading = reader.read(query("0800 123456", "01 58858"), austrian, NOON);

        Call call = ((CallReading.Understood) reading).call();
        assertThat(call.called()).isEqualTo(ServiceNumber.of("+43800123456"));
        assertThat(call.calling().number()).contains(PhoneNumber.of("+43158858"));
    }

    @ParameterizedTest(name = "seed {0}")
    @NullSource
    @ValueSource(longs = {20260302})
    void garbage_in_any_field_never_throws(@Nullable Long given) {
        long seed = given == null ? new Random().nextLong() : given;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            CallQuery query = new CallQuery(
                    "id",
                    "",
                    garbage(random),
                    garbage(random),
                    garbage(random),
                    garbage(random),
                    garbage(random),
                    "",
                    1);

            assertThat(reader.read(query, carrier(random.nextBoolean()), NOON))
                    .as("seed %d, round %d", seed, i)
                    .isNotNull();
        }
    }

    @Test
    void huge_texts_are_read_in_no_time() {
        for (String part : new String[] {"<", ">", ",", "\"", ";", "<sip:+49301@x>;index=1,", "%2B", "\\", "1."}) {
            String huge = part.repeat(300_000);

            CallReading reading = reader.read(query(HOTLINE, huge, huge, huge, huge), carrier(true), NOON);

            assertThat(((CallReading.Understood) reading).call().calling()).isSameAs(CallingParty.ANONYMOUS);
            assertThat(reader.read(query(huge, ""), carrier(true), NOON)).isInstanceOf(CallReading.NotANumber.class);
        }
    }

    private static String garbage(Random random) {
        String[] parts = {
            "sip:",
            "tel:",
            "<",
            ">",
            "\"",
            "\\",
            ",",
            ";",
            "index=",
            "mp=",
            "1",
            ".1",
            "+49",
            "30",
            "@",
            "x",
            "%",
            "%2B",
            ":",
            "?",
            "=",
            " ",
            "anonymous",
            "0",
            "110",
            "urn:service:",
            "sos",
            "\u0000",
            "ü"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    private String divertedFrom(String header) {
        return call(query(HOTLINE, CALLER, "", "", header))
                .divertedFrom()
                .map(PhoneNumber::e164)
                .orElse("-");
    }

    private String caller(CallQuery query) {
        return callerOf(query, carrier(true));
    }

    private String callerOf(CallQuery query, Carrier carrier) {
        Call call = ((CallReading.Understood) reader.read(query, carrier, NOON)).call();
        return call.calling().number().map(PhoneNumber::e164).orElse("-");
    }

    private Call call(CallQuery query) {
        return ((CallReading.Understood) reader.read(query, carrier(true), NOON)).call();
    }

    private static Carrier carrier(boolean trusted) {
        return new Carrier("kam", "DE", trusted, Set.of(), Duration.ofMillis(500), Duration.ofSeconds(2));
    }

    private static CallQuery query(String called, String calling) {
        return query(called, calling, "", "", "");
    }

    private static CallQuery query(String called, String calling, String asserted, String privacy, String diversion) {
        return new CallQuery("id", "", called, calling, asserted, privacy, diversion, "", 1);
    }
}
