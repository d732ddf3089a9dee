package io.stellwerk.rules.check;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.RuleSetDraft;
import java.util.List;

/** All checks of a rule set as a whole. */
public final class RuleSetChecks {

    private RuleSetChecks() {}

    /** What the readers and the checks found, by file and line. */
    public static List<Finding> of(RuleSetDraft draft, Holidays holidays, NumberPlan numbers) {
        Findings findings = new Findings();
        findings.addAll(draft.findings());
        References references = References.of(draft);
        new HolidayCheck(draft, holidays, findings).run();
        new PlanChecks(draft, references, findings).run();
        new TableChecks(draft, findings).run();
        draft.rules().forEach(new ActionChecks(draft, findings)::check);
        new SegmentChecks(draft, findings).run();
        new CalendarChecks(draft, findings).run();
        new AnnouncementCheck(draft, findings).run();
        new RuleChecks(draft, holidays, numbers, findings).run();
        return findings.sorted();
    }
}
