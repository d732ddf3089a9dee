package io.stellwerk.rules.explain;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and durations as explanations write them. */
final class Amounts {

    private Amounts() {}

    /** {@code Tu 2026-11-24 10:04 Europe/Berlin}. */
    static String text(ZonedDateTime time, Texts texts) {
        String weekday =
                texts.text(Phrase.WEEKDAYS).split(" ", -1)[time.getDayOfWeek().getValue() - 1];
        DateTimeFormatter format = DateTimeFormatter.ofPattern(texts.text(Phrase.DAY_AND_CLOCK), Locale.ROOT);
        return weekday + " " + format.format(time) + " " + time.getZone();
    }

    /** {@code 85 µs}, {@code 2.4 ms}, {@code 20 s}. */
    static String text(Duration duration, Texts texts) {
        long micros = duration.toNanos() / 1000;
        if (micros < 1000) {
            return micros + " µs";
        }
        return micros < 1_000_000
                ? texts.number(micros / 1000.0, 1) + " ms"
                : texts.number(micros / 1_000_000.0, micros % 1_000_000 == 0 ? 0 : 1) + " s";
    }
}
