package io.stellwerk.rules.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest(name = "{0} may mean {1}")
    @CsvSource({
        "switchbord, switchboard",
        "swtichboard, switchboard",
        "SWITCHBOARD, switchboard",
        "nihgt-desk, night-desk",
        "nightdesk, night-desk",
        "b, a",
        "swichbrd, ''",
        "somewhere-else, ''",
        "xyz, ''"
    })
    void the_nearest_known_name_is_suggested(String written, String meant) {
        List<String> known = List.of("switchboard", "night-desk", "a");

        assertThat(Suggestion.nearest(written, known).orElse("")).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"'', '', 0", "abc, '', 3", "abc, abc, 0", "abc, acb, 1", "abc, abd, 1", "ca, abc, 3", "abc, xabc, 1"})
    void letters_changed_added_left_out_or_swapped_are_counted(String one, String other, int distance) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(distance);
    }
}
