package io.stellwerk.rules.testcase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a test case.
 *
 * @param differences none if it passed
 * @param diagnosis there if it failed
 * @param took for deciding and comparing it
 */
public record CaseResult(
        TestCase testCase, List<Difference> differences, Optional<Diagnosis> diagnosis, Duration took) {

    public CaseResult {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
