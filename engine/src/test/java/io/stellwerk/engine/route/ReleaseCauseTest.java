package io.stellwerk.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCauseTest {

    @ParameterizedTest(name = "{0}/{1}/{2}")
    @CsvSource({"1, 300, Multiple Choices", "17, 486, Busy Here", "127, 699, ''", "21, 603, ~ Declined !"})
    void a_cause_has_a_q850_value_a_final_response_and_a_printable_reason(int q850, int sip, String reason) {
        assertThat(new ReleaseCause(q850, sip, reason).sipReason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}/{1}/{2}")
    @CsvSource({
        "0, 486, Busy",
        "128, 486, Busy",
        "-17, 486, Busy",
        "17, 299, Busy",
        "17, 200, OK",
        "17, 700, Busy",
        "17, 486, Besetzt für alle",
        "17, 486, 'Busy\r\nContact: sip:x'",
        "17, 486, 'Busy\u007f'",
        "17, 486, 'Busy\u0000'"
    })
    void what_would_spoil_the_networks_answer_is_refused(int q850, int sip, String reason) {
        assertThatThrownBy(() -> new ReleaseCause(q850, sip, reason)).isInstanceOf(IllegalArgumentException.class);
    }
}
