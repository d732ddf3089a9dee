package io.stellwerk.rules.read;

import java.time.Duration;
import java.util.Optional;

/** Reads the key {@code ringTimeout}: {@code 20s} or {@code 1m}. */
final class RingTimeout {

    static final Duration DEFAULT = Duration.ofSeconds(20);

    private RingTimeout() {}

    /** Empty if there is none, or none that the schema allows. */
    static Optional<Duration> read(Document document, Element element) {
        return document.text(element, "ringTimeout").map(text -> {
            int number = Integer.parseInt(text.substring(0, text.length() - 1));
            return text.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
        });
    }
}
