package io.stellwerk.rules.check;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.lower.Strata;
import io.stellwerk.rules.read.Placed;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.space.Steps;
import io.stellwerk.rules.space.Surroundings;
import io.stellwerk.rules.table.DecisionTable;
import java.util.Collection;
import java.util.List;

/** What the rows and rules of all files do to each other, as far as the files can be read. */
final class RuleChecks {

    /** Some hundred milliseconds. */
    private static final long STEPS = 20_000_000;

    private final RuleSetDraft draft;
    private final Findings findings;
    private final Surroundings where;
    private final long steps;

    RuleChecks(RuleSetDraft draft, Holidays holidays, NumberPlan numbers, Findings findings) {
        this(draft, holidays, numbers, findings, STEPS);
    }

    /** @param steps what all checks together may cost */
    RuleChecks(RuleSetDraft draft, Holidays holidays, NumberPlan numbers, Findings findings, long steps) {
        this.draft = draft;
        this.findings = findings;
        this.steps = steps;
        this.where = new Surroundings(
                draft.tenant(),
                draft.hotlines().stream().map(Placed::value).toList(),
                draft.calendars().stream().map(Placed::value).toList(),
                numbers,
                holidays);
    }

    void run() {
        // Without these it is not known what calls there are.
        boolean known = draft.tenantAt().isPresent()
                && !draft.hotlines().isEmpty()
                && List.of(RuleSetFiles.TENANT, RuleSetFiles.HOTLINES, RuleSetFiles.CALENDARS).stream()
                        .allMatch(draft::sound);
        if (!known) {
            return;
        }
        List<DecisionTable> tables = draft.tables().stream()
                .filter(table -> draft.sound(table.file()))
                .toList();
        List<DrlRule> rules =
                draft.rules().stream().filter(rule -> draft.sound(rule.file())).toList();
        Collection<String> plans = draft.planNames().ids();
        // Who derives what is not known if a file cannot be read, or no order of the tables is right.
        boolean derivationsKnown = draft.allTablesSound()
                && Strata.of(tables, rules).contradictory().isEmpty();
        Terrain terrain = new Terrain(
                Clauses.of(tables, rules, draft.dictionary(), plans), where, derivationsKnown, Steps.of(steps));
        Trials trials = new Trials(tables, rules, draft.dictionary(), where, plans);
        OverlapCheck.run(terrain, trials, findings);
        new ReachCheck(terrain, trials, findings).run();
        new GapCheck(terrain, trials, findings).run(draft.hotlines());
    }
}
