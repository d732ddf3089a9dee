package io.stellwerk.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link NumberPlan} does. It must know the plans of DE, AT, CH, FR, GB and US at least. */
public abstract class NumberPlanContract {

    /** What garbage is made of: all that may stand in a number, and some that may not. */
    private static final String ALPHABET =
            "0123456789+0123456789+ ()-/.;=#*xextpwABCabc<>@:\"'\\%\u00a0\u202f\u3000\u200b０９＋٣\u0000\uD800\uDC00ß\n";

    protected abstract NumberPlan numberPlan();

    @ParameterizedTest(name = "\"{0}\" in {1}: {2}")
    @CsvSource({
        "+4930123456, DE, +4930123456",
        "+4930123456, US, +4930123456",
        "004930123456, DE, +4930123456",
        "004930123456, AT, +4930123456",
        "01149 30 123456, US, +4930123456",
        "030123456, DE, +4930123456",
        "01 58858, AT, +43158858",
        "0664 1234567, AT, +436641234567",
        "044 668 18 00, CH, +41446681800",
        "01 42 68 53 00, FR, +33142685300",
        "020 7031 3000, GB, +442070313000",
        "(650) 253-0000, US, +16502530000",
        "1 650 253 0000, US, +16502530000"
    })
    void international_and_national_numbers_are_read_by_the_rules_of_the_country(
            String text, String country, String expected) {
        assertThat(read(text, country)).contains(expected);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "030 / 123 456",
                "030-123456",
                "(030) 123456",
                "[030] 123456",
                "030.123.456",
                "  030 123456  ",
                "030\u00a0123\u202f456",
                "030\t123456",
                "+49 (0) 30 123456",
                "+49(0)30/123456",
                "+49 30 123456",
                "+49-30-123456",
                "(+49) 30 123456",
                "0049 (30) 123 456",
                "0049 (0)30 123 456",
                "０３０１２３４５６",
                "＋４９（０）３０－１２３４５６",
                "+49 30 123‐456",
                "+49 30 123–456",
                "\u202a+49 30 123456\u202c",
                "030 123\u200b456",
                "030 123456 ext. 12",
                "030 123456 Ext 12",
                "030 123456 x12",
                "+4930123456;ext=12"
            })
    void usual_spellings_mean_the_same_number(String text) {
        assertThat(read(text, "DE")).contains("+4930123456");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "115, +49115",
        "0115, +49115",
        "116117, +49116117",
        "116 123, +49116123",
        "11833, +4911833",
        "032 22 123456, +493222123456",
        "0137 8 123456, +491378123456",
        "0180 5 123456, +491805123456",
        "0700 12345678, +4970012345678",
        "0800 1234567, +498001234567",
        "0900 1 123456, +499001123456",
        "0999 99999999, +4999999999999"
    })
    void a_number_need_not_be_of_an_assigned_range(String text, String expected) {
        assertThat(read(text, "DE")).contains(expected);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "++49301234",
                "+49+301234",
                "030+1234",
                "-",
                "()",
                "0",
                "00",
                "+0301234",
                "000301234",
                "015-xyz",
                "0800 FLOWERS",
                "1-800-FLOWERS",
                "anonymous",
                "anonymous@anonymous.invalid",
                "unavailable",
                "restricted",
                "sip:+4930123456@host",
                "030*123456",
                "#31#030123456",
                "*31#030123456",
                "030,123456",
                "030 123456 or 030 654321",
                "+4930123456789012",
                "030123456789012345",
                "\u0000",
                "ⅠⅡⅢ",
                "½¼",
                "null"
            })
    void what_is_no_number_is_empty(String text) {
        assertThat(read(text, "DE")).isEmpty();
    }

    @Test
    void in_an_unknown_country_only_international_spellings_are_numbers() {
        for (String country : new String[] {"", "XX", "de", "Germany", "ZZ", "001"}) {
            assertThat(read("+49 30 123456", country)).contains("+4930123456");
            assertThat(read("030 123456", country)).isEmpty();
        }
    }

    @ParameterizedTest(name = "\"{0}\" in {1}: {2}")
    @CsvSource({
        "110, DE, true",
        "112, DE, true",
        "1 1 0, DE, true",
        "' 112 ', DE, true",
        "1-1-2, DE, true",
        "１１２, DE, true",
        "+49110, DE, true",
        "+49 112, DE, true",
        "+49 (0) 112, DE, true",
        "0049110, DE, true",
        "0049 112, DE, true",
        "0112, DE, true",
        "+112, DE, true",
        "00112, DE, true",
        "00110, DE, true",
        "112, AT, true",
        "122, AT, true",
        "133, AT, true",
        "+43133, AT, true",
        "144, CH, true",
        "15, FR, true",
        "18, FR, true",
        "+33 15, FR, true",
        "999, GB, true",
        "+44 999, GB, true",
        "911, US, true",
        "112, US, true",
        "+1 911, US, true",
        "112, XX, true",
        "112, '', true",
        "110, XX, false",
        "911, DE, false",
        "110, AT, false",
        "133, DE, false",
        "115, DE, false",
        "116117, DE, false",
        "11833, DE, false",
        "19222, DE, false",
        "1100, DE, false",
        "11, DE, false",
        "1120, DE, false",
        "030110, DE, false",
        "030 112, DE, false",
        "+4930112, DE, false",
        "+43110, DE, false",
        "0043133, DE, false",
        "+49133, AT, false",
        "+49110112, DE, false",
        "+4930123456, XX, false",
        "030123456, XX, false",
        "'', DE, false",
        "'', XX, false",
        "garbage, DE, false",
        "emergency, DE, false"
    })
    void emergency_numbers_are_known_in_every_spelling(String text, String country, boolean expected) {
        assertThat(numberPlan().isEmergency(text, country)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} seen from {1}: {2}")
    @CsvSource({
        "+4915112345678, DE, MOBILE",
        "+4916212345678, DE, MOBILE",
        "+491721234567, DE, MOBILE",
        "+493012345678, DE, GEOGRAPHIC",
        "+494311234567, DE, GEOGRAPHIC",
        "+498001234567, DE, SERVICE",
        "+491805123456, DE, SERVICE",
        "+491378123456, DE, SERVICE",
        "+4970012345678, DE, SERVICE",
        "+499001123456, DE, SERVICE",
        "+49115, DE, SERVICE",
        "+49116117, DE, SERVICE",
        "+4911833, DE, SERVICE",
        "+4910000000000, DE, UNKNOWN",
        "+4915112345678, AT, FOREIGN",
        "+493012345678, US, FOREIGN",
        "+16502530000, DE, FOREIGN",
        "+436641234567, AT, MOBILE",
        "+41446681800, CH, GEOGRAPHIC",
        "+33612345678, FR, MOBILE",
        "+442070313000, GB, GEOGRAPHIC",
        "+447400123456, GB, MOBILE",
        "+999123456, DE, UNKNOWN"
    })
    void the_line_type_is_seen_from_the_country(String number, String country, LineType expected) {
        assertThat(numberPlan().lineType(PhoneNumber.of(number), country)).isEqualTo(expected);
        assertThat(numberPlan().lineType(PhoneNumber.of(number), country))
                .as("asked again")
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "+4930123456, DE",
        "+49115, DE",
        "+4910000000000, DE",
        "+436641234567, AT",
        "+41446681800, CH",
        "+33142685300, FR",
        "+442070313000, GB",
        "+16502530000, US",
        "+999123456, ''"
    })
    void a_number_belongs_to_the_country_of_its_calling_code(String number, String expected) {
        assertThat(numberPlan().country(PhoneNumber.of(number)).orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbage_never_throws_and_what_is_read_is_read_the_same_when_read_again(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = garbage(random);
            String country = random.nextBoolean() ? "DE" : garbage(random);

            Optional<PhoneNumber> number = numberPlan().read(text, country);
            boolean emergency = numberPlan().isEmergency(text, country);

            if (number.isPresent()) {
                assertThat(numberPlan().read(number.get().e164(), country))
                        .as("'%s' in '%s', seed %d", text, country, seed)
                        .isEqualTo(number);
                numberPlan().lineType(number.get(), country);
                numberPlan().country(number.get());
            } else if (emergency) {
                assertThat(text.chars().filter(c -> Character.digit(c, 10) >= 0).count())
                        .as("'%s' in '%s', seed %d", text, country, seed)
                        .isGreaterThanOrEqualTo(2);
            }
        }
    }

    static long[] seeds() {
        return new long[] {20260101, new Random().nextLong()};
    }

    @Test
    void a_huge_text_is_no_number() {
        for (String part : new String[] {"0", "+", " ", "(", "1 ", "ext", ";ext=1", "\u00a0"}) {
            String huge = part.repeat(1_000_000);
            assertThat(numberPlan().read(huge, "DE")).isEmpty();
            assertThat(numberPlan().isEmergency(huge, "DE")).isFalse();
        }
    }

    private Optional<String> read(String text, String country) {
        return numberPlan().read(text, country).map(PhoneNumber::e164);
    }

    private static String garbage(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
