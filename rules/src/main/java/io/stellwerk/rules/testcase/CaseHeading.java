package io.stellwerk.rules.testcase;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.read.GridCell;
import io.stellwerk.rules.read.GridRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The heading of a file of test cases: where each column stands. */
final class CaseHeading {

    private final CaseScope scope;
    private final Findings findings;
    private final Map<String, Integer> indexes = new HashMap<>();
    private int width;

    private CaseHeading(CaseScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static CaseHeading read(GridRow row, CaseScope scope, Findings findings) {
        CaseHeading heading = new CaseHeading(scope, findings);
        for (int i = 0; i < row.cells().size(); i++) {
            heading.column(i, row.cells().get(i));
        }
        if (heading.index(CaseColumns.CASE) < 0) {
            findings.add(FindingCode.MISSING_COLUMN.at(
                    row.cells().get(0).place().in("", CaseColumns.CASE),
                    "The test cases have no column 'case'.",
                    "Add it, with a name for each case."));
        }
        return heading;
    }

    /** Where a column stands, from 0; -1 if there is none. */
    int index(String column) {
        return indexes.getOrDefault(column, -1);
    }

    /** How many columns there are up to the last that has a heading. */
    int width() {
        return width;
    }

    private void column(int index, GridCell cell) {
        String text = cell.text().replaceAll("\\s+", " ").replaceFirst("^=> ?", "=> ");
        if (text.isEmpty()) {
            return;
        }
        width = index + 1;
        Place place = cell.place().in("", text);
        known(text)
                .ifPresentOrElse(
                        column -> {
                            if (indexes.putIfAbsent(column, index) != null) {
                                findings.add(FindingCode.DUPLICATE_COLUMN.at(
                                        place, "The column '" + text + "' is there twice.", "Join the two into one."));
                            }
                        },
                        () -> findings.add(FindingCode.UNKNOWN_COLUMN.at(
                                place, "There is no column '" + text + "'.", remedy(text))));
    }

    /** Letter case does not matter, and what tables call {@code customer.value} may have that name. */
    private Optional<String> known(String text) {
        boolean ofCustomer = text.startsWith(CaseColumns.OF_CUSTOMER);
        String name = ofCustomer ? text.substring(CaseColumns.OF_CUSTOMER.length()) : text;
        return (ofCustomer ? scope.profileColumns() : CaseColumns.all(scope.attributes()))
                .stream()
                        .filter(column -> column.equalsIgnoreCase(name) || column.equalsIgnoreCase(text))
                        .findFirst();
    }

    private String remedy(String text) {
        String fact =
                text.startsWith(CaseColumns.OF_CUSTOMER) ? text.substring(CaseColumns.OF_CUSTOMER.length()) : text;
        return switch (fact) {
            case "status" -> "It follows from the column 'since'.";
            case "offerOwner", "offerValue" -> "It follows from the column 'offers', written owner:value.";
            case "region", "lineType", "country", "call.region", "call.lineType", "call.country" ->
                "It follows from the column 'calling'.";
            case "date", "time", "weekday", "when", "call.date", "call.time", "call.weekday", "call.when" ->
                "It follows from the column 'at'.";
            case "hotline" -> "Write its id in the column 'called'.";
            default ->
                Suggestion.remedy(
                        text,
                        CaseColumns.all(scope.attributes()),
                        "columns",
                        "See docs/rule-set-format.md for the columns.");
        };
    }
}
