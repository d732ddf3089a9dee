package io.stellwerk.rules.testcase;

import java.util.List;

/**
 * Something that came out otherwise than expected.
 *
 * @param actual what the answer has of this aspect; none if it has nothing
 */
public record Difference(Expected expected, List<String> actual) {

    public Difference {
        actual = List.copyOf(actual);
    }

    public Aspect aspect() {
        return expected.aspect();
    }

    /** As people read it. */
    public String actualText() {
        return actual.isEmpty() ? "none" : String.join(", ", actual);
    }
}
