package io.stellwerk.rules.testcase;

import io.stellwerk.rules.finding.Finding;
import java.util.List;

/**
 * What became of the files of test cases.
 *
 * @param cases those that could be read, in the order of the files and lines
 * @param findings of all files, by file and line
 */
public record CaseReading(List<TestCase> cases, List<Finding> findings) {

    public CaseReading {
        cases = List.copyOf(cases);
        findings = List.copyOf(findings);
    }
}
