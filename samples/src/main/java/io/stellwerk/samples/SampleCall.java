package io.stellwerk.samples;

import java.util.List;

/**
 * A row of {@code calls.csv}: a carrier's query as it would arrive.
 *
 * @param scenario what it shows
 */
record SampleCall(
        String scenario,
        String called,
        String calling,
        String assertedId,
        String privacy,
        String diversion,
        String digits) {

    static final List<String> HEADING =
            List.of("scenario", "called", "calling", "assertedId", "privacy", "diversion", "digits");

    /** A call that shows nothing but its caller. */
    static SampleCall of(String scenario, String called, String calling) {
        return new SampleCall(scenario, called, calling, "", "", "", "");
    }

    SampleCall asserted(String header, String hidden) {
        return new SampleCall(scenario, called, calling, header, hidden, diversion, digits);
    }

    SampleCall diverted(String header) {
        return new SampleCall(scenario, called, calling, assertedId, privacy, header, digits);
    }

    SampleCall entered(String keys) {
        return new SampleCall(scenario, called, calling, assertedId, privacy, diversion, keys);
    }

    List<String> row() {
        return List.of(scenario, called, calling, assertedId, privacy, diversion, digits);
    }
}
