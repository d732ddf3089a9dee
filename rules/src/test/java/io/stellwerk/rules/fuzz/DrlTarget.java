package io.stellwerk.rules.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stellwerk.rules.drl.DrlReader;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.formula.FormulaText;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Any text is read as rules or told to be wrong; a rule that was read can be explained. */
final class DrlTarget {

    private static final DrlScope SCOPE =
            new DrlScope(FuzzedFacts.DICTIONARY, Set.of(), true, ZoneId.of("Europe/Berlin"));

    private DrlTarget() {}

    /** The name that jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        Findings findings = new Findings();
        List<DrlRule> rules = new DrlReader(SCOPE, findings).read("rules/a.drl", new String(input, UTF_8));
        FuzzedFacts.usable(findings.sorted());
        rules.forEach(rule -> FormulaText.of(rule.when()));
        if (rules.isEmpty() && findings.sorted().isEmpty()) {
            throw new IllegalStateException("Neither a rule nor a finding");
        }
    }
}
