package io.stellwerk.rules;

import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What became of a rule set's files.
 *
 * @param ruleSet ready to decide; empty as soon as one finding is an error
 * @param findings all of them, by file and line; with a rule set only warnings
 */
public record Compilation(Optional<RuleSet> ruleSet, List<Finding> findings) {

    public Compilation {
        findings = List.copyOf(findings);
    }
}
