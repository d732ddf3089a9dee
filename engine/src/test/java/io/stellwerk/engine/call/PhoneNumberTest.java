package io.stellwerk.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"+10", "+49115", "+4930111222", "+498001234567", "+999999999999999"})
    void a_number_is_written_as_it_was_read(String e164) {
        assertThat(PhoneNumber.parse(e164).map(PhoneNumber::e164)).contains(e164);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "+",
                "+1",
                "+0",
                "+01",
                "+049301",
                "4930111",
                "0049301",
                "+49 301",
                "+49-301",
                "+49301x",
                "++49301",
                "+49301\n",
                " +49301",
                "+1000000000000000",
                "+99999999999999999999999",
                "+４９３０１",
                "+49٣٠١"
            })
    void only_a_plus_and_two_to_fifteen_digits_are_a_number(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 9, 1_000_000_000_000_000L, Long.MAX_VALUE})
    void digits_out_of_range_are_refused(long digits) {
        assertThatThrownBy(() -> new PhoneNumber(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({"+4930111222, +493*******", "+49115, +49***", "+10, +**"})
    void a_number_is_masked_wherever_it_is_printed(String e164, String shown) {
        assertThat(PhoneNumber.of(e164)).hasToString(shown);
        assertThat(CallingParty.of(PhoneNumber.of(e164), false)).hasToString(shown);
        assertThat(CallingParty.of(PhoneNumber.of(e164), true)).hasToString(shown + " (restricted)");
    }

    @Test
    void a_refused_text_is_masked_in_the_message_and_says_what_to_write() {
        assertThatThrownBy(() -> PhoneNumber.of("030 111222"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a plus and 2 to 15 digits")
                .hasMessageContaining("030 ")
                .hasMessageNotContaining("111222");
    }

    @ParameterizedTest(name = "\"{0}\" is masked as \"{1}\"")
    @CsvSource({"'', ''", "a, *", "ab, a*", "secret, sec***", "+4930111222333444555666, +493************"})
    void masking_never_shows_more_than_half_and_hides_the_length_of_long_texts(String text, String masked) {
        assertThat(PhoneNumber.mask(text)).isEqualTo(masked);
    }

    @Test
    void a_service_number_is_nobodys_secret() {
        assertThat(ServiceNumber.of("+498001234567")).hasToString("+498001234567");
    }
}
