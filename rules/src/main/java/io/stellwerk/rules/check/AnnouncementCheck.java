package io.stellwerk.rules.check;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.Element;
import io.stellwerk.rules.read.RuleSetDraft;
import java.util.HashSet;
import java.util.Set;

/** Announcements that are recorded and never played. */
final class AnnouncementCheck {

    private static final String KEY = "announcements";

    private final RuleSetDraft draft;
    private final Findings findings;

    AnnouncementCheck(RuleSetDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void run() {
        if (!draft.allTablesSound() || !draft.announcementsKnown()) {
            return;
        }
        Set<String> ordered = new HashSet<>();
        draft.tables()
                .forEach(table ->
                        table.rows().forEach(row -> ordered.addAll(row.action().announcements())));
        draft.rules().forEach(rule -> ordered.addAll(rule.action().announcements()));
        draft.tenantAt()
                .ifPresent(tenant -> tenant.list(KEY).stream()
                        .filter(announcement -> !ordered.contains(announcement.text()))
                        .forEach(this::tell));
    }

    private void tell(Element announcement) {
        findings.add(FindingCode.UNUSED_ANNOUNCEMENT.at(
                announcement.place().in(announcement.text(), KEY),
                "No row and no rule orders the announcement '" + announcement.text() + "'.",
                "Take it out, or order it."));
    }
}
