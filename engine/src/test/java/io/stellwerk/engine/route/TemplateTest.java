package io.stellwerk.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Map<String, String> FACTS =
            Map.of("customer.offerOwner", "mueller", "customer.customerClass", "A", "empty", "", "braces", "{x}");

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource({
        "switchboard, switchboard",
        "'', ''",
        "kam-{customer.offerOwner}, kam-mueller",
        "{customer.offerOwner}, mueller",
        "{customer.offerOwner}-{customer.customerClass}, mueller-A",
        "{customer.customerClass}{customer.customerClass}, AA",
        "a{customer.customerClass}b, aAb",
        "x-{braces}, x-{x}"
    })
    void facts_are_filled_in(String text, String expected) {
        assertThat(fill(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kam-{unknown}", "kam-{empty}", "{customer.offerOwner}-{unknown}", "{empty}{customer.offerOwner}"
            })
    void a_text_with_a_fact_that_has_no_value_is_not_filled(String text) {
        assertThat(fill(text)).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"{", "a{b", "{}", "a{}b", "{a}{", "}", "a}b", "{a}}", "{{a}}", "{a{b}"})
    void a_brace_without_a_partner_or_a_fact_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> Template.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("{customer.offerOwner}");
    }

    @Test
    void the_facts_are_named_in_their_order() {
        assertThat(Template.parse("a{b}c{d}{b}").facts()).isEqualTo(List.of("b", "d", "b"));
        assertThat(Template.parse("abc").facts()).isEmpty();
    }

    @Test
    void what_is_read_is_written_the_same() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = random.nextInt(6); part > 0; part--) {
                text.append(random.nextBoolean() ? "{fact." + random.nextInt(9) + "}" : "text-" + random.nextInt(9));
            }

            assertThat(Template.parse(text.toString()).text())
                    .as("seed %d", seed)
                    .isEqualTo(text.toString());
        }
    }

    private static Optional<String> fill(String text) {
        return Template.parse(text).fill(fact -> Optional.ofNullable(FACTS.get(fact)));
    }
}
