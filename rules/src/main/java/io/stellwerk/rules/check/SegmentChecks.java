package io.stellwerk.rules.check;

import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.lower.Strata;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.util.LinkedHashMap;
import java.util.Map;

/** Segments between the tables that derive and those that test them. */
final class SegmentChecks {

    private final RuleSetDraft draft;
    private final Findings findings;
    /** Each with the place of its first use. */
    private final Map<String, Place> derived = new LinkedHashMap<>();

    private final Map<String, Place> tested = new LinkedHashMap<>();
    private boolean anyTested;

    SegmentChecks(RuleSetDraft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    void run() {
        draft.tables().forEach(this::collect);
        draft.rules().forEach(this::collect);
        if (draft.allTablesSound()) {
            findNames();
        }
        findCycles();
    }

    private void collect(DecisionTable table) {
        for (int i = 0; i < table.conditions().size(); i++) {
            if (table.conditions().get(i).fact().name().equals(FactDictionary.SEGMENT)) {
                collectTested(table, i);
            }
        }
        for (Row row : table.rows()) {
            row.action()
                    .segments()
                    .forEach(name -> derived.putIfAbsent(
                            name, Place.at(table.file(), row.line(), 0).in(row.id(), "=> segment")));
        }
    }

    private void collectTested(DecisionTable table, int column) {
        for (Row row : table.rows()) {
            collectTested(
                    row.cells().get(column),
                    Place.at(table.file(), row.line(), 0).in(row.id(), FactDictionary.SEGMENT));
        }
    }

    private void collectTested(Cell cell, Place place) {
        for (Term term : cell.terms()) {
            if (term instanceof Term.Is is) {
                tested.putIfAbsent(is.value().toString(), place);
            } else {
                anyTested = true;
            }
        }
    }

    private void collect(DrlRule rule) {
        collectTested(rule.when(), Place.at(rule.file(), rule.line(), 0).in(rule.name(), FactDictionary.SEGMENT));
        Place action = Place.at(rule.file(), rule.actionLine(), 0).in(rule.name(), "insert");
        rule.action().segments().forEach(name -> derived.putIfAbsent(name, action));
    }

    private void collectTested(Formula formula, Place place) {
        if (formula instanceof Formula.All all) {
            all.parts().forEach(part -> collectTested(part, place));
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(part -> collectTested(part, place));
        } else if (formula instanceof Formula.Not not) {
            collectTested(not.formula(), place);
        } else if (formula instanceof Formula.Test test && test.fact().name().equals(FactDictionary.SEGMENT)) {
            collectTested(test.cell(), place);
        }
    }

    private void findNames() {
        tested.forEach((name, place) -> {
            if (!derived.containsKey(name)) {
                findings.add(FindingCode.SEGMENT_NEVER_DERIVED.at(
                        place,
                        "Nothing derives the segment '" + name + "'.",
                        Suggestion.remedy(
                                name,
                                derived.keySet(),
                                "segments",
                                "Derive it in a table of the phase derive, or by insert in a rule.")));
            }
        });
        derived.forEach((name, place) -> {
            if (!anyTested && !tested.containsKey(name)) {
                findings.add(FindingCode.SEGMENT_NEVER_USED.at(
                        place,
                        "Nothing tests the segment '" + name + "'.",
                        Suggestion.nearest(name, tested.keySet())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Take it out, or test it in a column 'segment' or by Segment( name == … ).")));
            }
        });
    }

    private void findCycles() {
        for (Part part : Strata.of(draft.tables(), draft.rules()).contradictory()) {
            if (part instanceof Part.OfRule of) {
                findings.add(FindingCode.NEGATED_CYCLE.at(
                        Place.at(part.file(), part.line(), 0).in(of.rule().name(), FactDictionary.SEGMENT),
                        "The rule asks for the absence of a segment that is derived from this absence, itself or by"
                                + " others.",
                        "Derive the segment in rules that do not build on this one."));
            } else {
                findings.add(FindingCode.NEGATED_CYCLE.at(
                        Place.of(part.file()).in("", FactDictionary.SEGMENT),
                        "The table asks for the absence of a segment that is derived from this absence, itself or by"
                                + " other tables.",
                        "Derive the segment in a table that does not build on this one."));
            }
        }
    }
}
