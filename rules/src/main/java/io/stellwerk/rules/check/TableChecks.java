package io.stellwerk.rules.check;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rows of tables do, and whether what they name exists. */
final class TableChecks {

    private static final String PLAN = "=> plan";
    private static final String REJECT = "=> reject";
    private static final String SEGMENT = "=> segment";
    private static final String ANNOUNCEMENT = "=> announcement";

    private final RuleSetDraft draft;
    private final Findings findings;
    private final ActionChecks actions;
    /** Rows that could not be read whole, and files for what stands outside rows. */
    private final Set<Place> unreadable;

    TableChecks(RuleSetDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
        this.actions = new ActionChecks(draft, findings);
        this.unreadable = draft.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::place)
                .map(place -> rowOf(place.file(), place.row()))
                .collect(Collectors.toSet());
    }

    private static Place rowOf(String file, String row) {
        return Place.of(file).in(row, "");
    }

    void run() {
        draft.tables().forEach(this::check);
    }

    private void check(DecisionTable table) {
        if (table.hitPolicy() == HitPolicy.COLLECT && table.phase() == Phase.DECIDE) {
            findings.add(FindingCode.COLLECT_IN_DECIDING_TABLE.at(
                    Place.of(table.file()),
                    "The hit policy COLLECT lets several rows count, but a call is decided once.",
                    "Take FIRST, UNIQUE or PRIORITY, or the phase derive."));
        }
        if (table.rows().isEmpty() && draft.sound(table.file())) {
            findings.add(FindingCode.NO_ROWS.at(
                    Place.of(table.file()), "The table has no rows.", "Add rows, or take the file out."));
        }
        for (Row row : table.rows()) {
            checkEffect(table, row);
            actions.check(row.action(), place(table, row, PLAN), place(table, row, ANNOUNCEMENT));
        }
    }

    private static Place place(DecisionTable table, Row row, String column) {
        return Place.at(table.file(), row.line(), 0).in(row.id(), column);
    }

    private void checkEffect(DecisionTable table, Row row) {
        // Without its settings or columns as they were meant, what the table does is not known.
        if (unreadable.contains(rowOf(table.file(), ""))) {
            return;
        }
        if (table.phase() == Phase.DECIDE) {
            checkDeciding(table, row);
        } else {
            checkDeriving(table, row);
        }
    }

    private void checkDeciding(DecisionTable table, Row row) {
        Action action = row.action();
        if (!action.segments().isEmpty()) {
            findings.add(FindingCode.SEGMENT_IN_DECIDING_TABLE.at(
                    place(table, row, SEGMENT),
                    "The row derives the segment '" + action.segments().get(0) + "', but its table decides.",
                    "Derive it in a table of the phase derive."));
        }
        if (action.plan().isPresent() && action.reject().isPresent()) {
            findings.add(FindingCode.PLAN_AND_REJECT.at(
                    place(table, row, REJECT), "The row has a plan and refuses the call as well.", "Choose one."));
        } else if (action.plan().isEmpty() && action.reject().isEmpty() && readable(table, row)) {
            findings.add(FindingCode.NO_EFFECT.at(
                    place(table, row, ""),
                    "The row decides nothing.",
                    "Give it a plan or a refusal, or move it into a table of the phase derive."));
        }
    }

    private void checkDeriving(DecisionTable table, Row row) {
        Action action = row.action();
        if (action.plan().isPresent() || action.reject().isPresent()) {
            findings.add(FindingCode.DECISION_IN_DERIVING_TABLE.at(
                    place(table, row, action.plan().isPresent() ? PLAN : REJECT),
                    "The row decides, but its table only derives.",
                    "Move it into a table of the phase decide."));
        } else if (action.segments().isEmpty() && action.announcements().isEmpty() && readable(table, row)) {
            findings.add(FindingCode.NO_EFFECT.at(
                    place(table, row, ""), "The row derives nothing.", "Give it a segment or an announcement."));
        }
    }

    private boolean readable(DecisionTable table, Row row) {
        return !unreadable.contains(rowOf(table.file(), row.id()));
    }
}
