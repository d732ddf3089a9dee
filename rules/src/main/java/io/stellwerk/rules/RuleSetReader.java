package io.stellwerk.rules;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.rules.check.RuleSetChecks;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.FolderReader;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import java.util.List;
import java.util.Optional;

/** Reads and checks rule sets. Any thread. */
public final class RuleSetReader {

    private RuleSetReader() {}

    /**
     * @param holidays asked which regions are known, and for sample calls
     * @param numbers asked for sample calls
     */
    public static RuleSetReading read(RuleSetFiles files, Holidays holidays, NumberPlan numbers) {
        RuleSetDraft draft = FolderReader.read(files);
        List<Finding> findings = RuleSetChecks.of(draft, holidays, numbers);
        return new RuleSetReading(
                Findings.publishable(findings) ? Optional.of(draft.source()) : Optional.empty(), findings);
    }
}
