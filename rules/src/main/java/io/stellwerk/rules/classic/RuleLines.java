package io.stellwerk.rules.classic;

import io.stellwerk.rules.finding.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** DRL that is made of cells, each with lines of its own, so that what is wrong with a line is told of its cell. */
final class RuleLines {

    /** More than any reader of DRL takes: it refuses what is cut off here. */
    private static final int MOST_CHARACTERS = 5 << 20;

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Place> places = new HashMap<>();
    private int lines;

    /** @param place of the cell that the line is made of */
    void add(String line, Place place) {
        if (text.length() < MOST_CHARACTERS) {
            text.append(line).append('\n');
            places.put(++lines, place);
        }
    }

    String text() {
        return text.toString();
    }

    Optional<Place> place(int line) {
        return Optional.ofNullable(places.get(line));
    }
}
