package io.stellwerk.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{([0-9])");

    private static Properties properties(Language language) throws IOException {
        String file = "explanation_" + language.locale().getLanguage() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_language_has_every_phrase_and_no_other(Language language) throws IOException {
        Set<String> phrases = Arrays.stream(Phrase.values()).map(Phrase::name).collect(Collectors.toSet());

        assertThat(properties(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(phrases);
    }

    @Test
    void a_phrase_fills_in_the_same_values_in_both_languages() throws IOException {
        Properties english = properties(Language.EN);
        Properties german = properties(Language.DE);

        for (Phrase phrase : Phrase.values()) {
            assertThat(places(german.getProperty(phrase.name())))
                    .as(phrase.name())
                    .isEqualTo(places(english.getProperty(phrase.name())));
        }
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void numbers_are_written_as_the_language_writes_them() {
        assertThat(Texts.in(Language.EN).text(Phrase.ROWS_NOT_MATCHED, "a.csv", 1234))
                .isEqualTo("a.csv: 1,234 rules do not match");
        assertThat(Texts.in(Language.DE).text(Phrase.ROWS_NOT_MATCHED, "a.csv", 1234))
                .isEqualTo("a.csv: 1.234 Regeln treffen nicht zu");
        assertThat(Texts.in(Language.DE).text(Phrase.ROWS_NOT_MATCHED, "a.csv", 1))
                .isEqualTo("a.csv: 1 Regel trifft nicht zu");
    }
}
