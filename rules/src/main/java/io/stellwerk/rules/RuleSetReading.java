package io.stellwerk.rules;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.read.RuleSetSource;
import java.util.List;
import java.util.Optional;

/**
 * A rule set, read and checked.
 *
 * @param source empty as soon as one finding is an error
 * @param findings all of them, by file and line
 */
public record RuleSetReading(Optional<RuleSetSource> source, List<Finding> findings) {

    public RuleSetReading {
        findings = List.copyOf(findings);
    }
}
