package io.stellwerk.rules.classic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a classic table is for; one letter is enough. */
enum ColumnKind {
    CONDITION("C"),
    ACTION("A"),
    NAME("N"),
    PRIORITY("P"),
    SALIENCE("P"),
    DESCRIPTION("I"),
    ACTIVATION_GROUP("X"),
    /** These say nothing where every rule is asked once. */
    NO_LOOP("U"),
    UNLOOP("U"),
    LOCK_ON_ACTIVE("L"),
    AUTO_FOCUS("F"),
    /** These have no equal. */
    METADATA("@"),
    DURATION("D"),
    TIMER("T"),
    CALENDARS("E"),
    AGENDA_GROUP("G"),
    RULEFLOW_GROUP("R"),
    DATE_EFFECTIVE("V"),
    DATE_EXPIRES("Z"),
    ENABLED("B");

    private final String letter;

    ColumnKind(String letter) {
        this.letter = letter;
    }

    static Optional<ColumnKind> of(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name) || kind.letter.equals(name))
                .findFirst();
    }

    String text() {
        return name().replace('_', '-');
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(ColumnKind::text).toList();
    }
}
