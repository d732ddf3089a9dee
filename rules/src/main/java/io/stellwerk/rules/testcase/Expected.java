package io.stellwerk.rules.testcase;

import io.stellwerk.engine.decision.Decision;
import java.util.Collections;
import java.util.List;

/**
 * What a test case expects of one aspect of the answer.
 *
 * @param text as its author wrote it
 */
public record Expected(Aspect aspect, Mode mode, List<String> values, String text) {

    /** How the values are meant. */
    public enum Mode {
        /** These and no others, in this order; without values: nothing. */
        EXACTLY,
        /** These, and maybe others. */
        ALL_OF,
        /** None of these. */
        NONE_OF,
        /** One of these. */
        ONE_OF
    }

    public Expected {
        values = List.copyOf(values);
    }

    boolean metBy(Decision decision) {
        List<String> actual = aspect.of(decision);
        return switch (mode) {
            case EXACTLY -> actual.equals(values);
            case ALL_OF -> actual.containsAll(values);
            case NONE_OF -> Collections.disjoint(actual, values);
            case ONE_OF -> actual.size() == 1 && values.contains(actual.get(0));
        };
    }
}
