package io.stellwerk.rules.check;

import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.table.Action;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether the plans and announcements that rows and rules name exist. */
final class ActionChecks {

    private static final String PERSON = "person:";

    private final RuleSetDraft draft;
    private final Findings findings;
    private final Set<String> announcements;
    /** Templates that lead to no plan; a table names few plans in many rows. */
    private final Map<String, Boolean> leadsNowhere = new HashMap<>();

    ActionChecks(RuleSetDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        this.announcements = new HashSet<>(draft.tenant().announcements());
    }

    void check(DrlRule rule) {
        Place place = Place.at(rule.file(), rule.actionLine(), 0);
        check(rule.action(), place.in(rule.name(), "route.to"), place.in(rule.name(), "route.announce"));
    }

    void check(Action action, Place planAt, Place announcementsAt) {
        action.plan().ifPresent(plan -> checkPlan(plan, planAt));
        if (draft.announcementsKnown()) {
            action.announcements().forEach(name -> checkAnnouncement(name, announcementsAt));
        }
    }

    private void checkPlan(Template plan, Place place) {
        String text = plan.text();
        if (text.startsWith(PERSON)) {
            if (draft.peopleKnown() && draft.people().isEmpty()) {
                findings.add(PlanChecks.noPeople(text, place));
            }
        } else if (draft.planNames().complete() && leadsNowhere.computeIfAbsent(text, key -> leadsNowhere(plan))) {
            findings.add(PlanChecks.unknownPlan(text, place, draft.planNames().ids()));
        }
    }

    private boolean leadsNowhere(Template plan) {
        return References.matching(plan, draft.planNames().ids()).isEmpty();
    }

    private void checkAnnouncement(String name, Place place) {
        if (!announcements.contains(name)) {
            findings.add(FindingCode.UNKNOWN_ANNOUNCEMENT.at(
                    place,
                    "There is no announcement '" + name + "'.",
                    Suggestion.remedy(
                            name, announcements, "announcements", "Declare it under announcements in tenant.yaml.")));
        }
    }
}
