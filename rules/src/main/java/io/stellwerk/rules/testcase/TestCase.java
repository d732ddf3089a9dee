package io.stellwerk.rules.testcase;

import io.stellwerk.rules.finding.Place;
import java.util.List;

/**
 * A sample call with what is expected of it.
 *
 * @param name unique in its file
 * @param place of its row
 * @param enabled whether it takes part
 * @param expected what is not expected is not compared
 */
public record TestCase(String name, Place place, boolean enabled, SampleCall sample, List<Expected> expected) {

    public TestCase {
        expected = List.copyOf(expected);
    }

    public String file() {
        return place.file();
    }
}
