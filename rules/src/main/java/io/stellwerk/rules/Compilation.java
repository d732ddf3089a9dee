package io.stellwerk.rules;

import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.read.RuleSetSource;
import java.util.List;
import java.util.Optional;

/**
 * What became of a rule set's files.
 *
 * @param source what was read, for those who explain and test it; empty as soon as one finding is an error
 * @param ruleSet ready to decide; there if the source is
 * @param findings all of them, by file and line; with a rule set only warnings
 */
public record Compilation(Optional<RuleSetSource> source, Optional<RuleSet> ruleSet, List<Finding> findings) {

    public Compilation {
        findings = List.copyOf(findings);
    }
}
