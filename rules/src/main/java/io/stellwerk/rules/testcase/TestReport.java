package io.stellwerk.rules.testcase;

import io.stellwerk.rules.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came out of a rule set's test cases.
 *
 * @param results of all cases that were run, in their order
 * @param switchedOff how many cases took no part
 * @param findings what is wrong with the cases themselves
 * @param coverage empty if only some of the cases were run
 * @param took for deciding and comparing all
 */
public record TestReport(
        List<CaseResult> results, int switchedOff, List<Finding> findings, Optional<Coverage> coverage, Duration took) {

    public TestReport {
        results = List.copyOf(results);
        findings = List.copyOf(findings);
    }

    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    public int passed() {
        return results.size() - failed().size();
    }
}
