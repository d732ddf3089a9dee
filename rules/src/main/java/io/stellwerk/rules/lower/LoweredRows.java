package io.stellwerk.rules.lower;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.index.Matching;
import io.stellwerk.rules.index.RowIndex;
import io.stellwerk.rules.index.RuleIndex;
import io.stellwerk.rules.index.TableIndex;
import io.stellwerk.rules.index.UsedFacts;
import io.stellwerk.rules.table.DecisionTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a table, or DRL rules that follow each other, with what finds those that match; by rank. Immutable, any
 * thread.
 */
final class LoweredRows {

    private final String name;
    private final RowIndex index;
    private final LoweredRow[] rows;

    private LoweredRows(String name, RowIndex index, Stream<LoweredRow> rows) {
        this.name = name;
        this.index = index;
        this.rows = rows.toArray(LoweredRow[]::new);
    }

    static LoweredRows of(DecisionTable table, UsedFacts facts) {
        return new LoweredRows(
                table.file(),
                TableIndex.of(table, facts),
                TableIndex.ranked(table).stream()
                        .map(row ->
                                new LoweredRow(new RuleId(table.file(), row.id()), row.action(), Optional.empty())));
    }

    /** @param rules in the order in which they count, at least one */
    static LoweredRows of(List<DrlRule> rules, UsedFacts facts) {
        List<RuleIndex.Rule> conditions = rules.stream()
                .map(rule -> new RuleIndex.Rule(rule.when(), rule.effective(), rule.expires()))
                .toList();
        RuleId first = id(rules.get(0));
        RuleId last = id(rules.get(rules.size() - 1));
        return new LoweredRows(
                first.equals(last) ? first.toString() : first + " .. " + last,
                RuleIndex.of(conditions, facts),
                rules.stream().map(rule -> new LoweredRow(id(rule), rule.action(), rule.activationGroup())));
    }

    private static RuleId id(DrlRule rule) {
        return new RuleId(rule.file(), rule.name());
    }

    /** Leads back to the files. */
    String name() {
        return name;
    }

    LoweredRow row(int rank) {
        return rows[rank];
    }

    int size() {
        return rows.length;
    }

    Matching match(Evaluation evaluation) {
        return index.match(evaluation.values());
    }

    /** Tells of all rows that do not match why that is so. */
    void noteRefusals(Evaluation evaluation) {
        Matching matching = match(evaluation);
        int from = 0;
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            noteRefusals(evaluation, matching, from, rank);
            from = rank + 1;
        }
        noteRefusals(evaluation, matching, from, size());
    }

    /** The same of the rows from one rank up to another, excluded, none of which matches. */
    void noteRefusals(Evaluation evaluation, Matching matching, int from, int until) {
        if (!evaluation.explained()) {
            return;
        }
        for (int rank = from; rank < until; rank++) {
            Matching.Refusal refusal = matching.refusal(rank);
            evaluation.note(
                    new TraceEvent.NotMatched(row(rank).id(), refusal.fact(), refusal.condition(), refusal.actual()));
        }
    }
}
