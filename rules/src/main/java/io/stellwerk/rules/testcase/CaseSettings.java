package io.stellwerk.rules.testcase;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.read.GridCell;
import io.stellwerk.rules.read.GridRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands before the heading of a file of test cases: values for all cells of a column that are empty, and people whom
 * plans may name.
 */
final class CaseSettings {

    private static final String PERSON = "person";
    private static final List<String> DEFAULTS =
            List.of(CaseColumns.AT, CaseColumns.CALLED, CaseColumns.CALLING, CaseColumns.CARRIER);
    private static final List<String> KNOWN =
            List.of(CaseColumns.AT, CaseColumns.CALLED, CaseColumns.CALLING, CaseColumns.CARRIER, PERSON);

    private final CaseScope scope;
    private final Findings findings;
    private final Map<String, GridCell> defaults = new HashMap<>();
    private final Map<String, Person> people = new HashMap<>();

    CaseSettings(CaseScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    void read(GridRow row) {
        GridCell first = row.cells().get(0);
        String name = first.text().substring(1).strip();
        Place place = first.place().in("", name);
        if (name.equals(PERSON)) {
            person(row, place);
        } else if (!DEFAULTS.contains(name)) {
            findings.add(FindingCode.UNKNOWN_SETTING.at(
                    place,
                    "There is no setting '#" + name + "'.",
                    Suggestion.remedy(name, KNOWN, "settings", "")
                            + " Comments that begin with # stand behind the heading."));
        } else if (row.text(1).isEmpty()
                || defaults.putIfAbsent(name, row.cells().get(1)) != null) {
            findings.add(FindingCode.MALFORMED_SETTING.at(
                    place,
                    "The setting '#" + name + "' has no value, or is there twice.",
                    "Write it once, like #at;2026-11-24 10:00."));
        }
    }

    private void person(GridRow row, Place place) {
        Optional<PhoneNumber> number = scope.number(row.text(2));
        if (row.text(1).isEmpty() || number.isEmpty() || people.containsKey(row.text(1))) {
            findings.add(FindingCode.MALFORMED_SETTING.at(
                    place,
                    "A person needs an id of his own and a telephone number.",
                    "Write #person;id;number;deputy, such as #person;b-lang;+494315558100;"));
            return;
        }
        people.put(row.text(1), new Person(row.text(1), row.text(1), number.get(), row.text(3), ""));
    }

    /** What an empty cell of a column means; empty if that is not set. */
    Optional<GridCell> byDefault(String column) {
        return Optional.ofNullable(defaults.get(column));
    }

    Map<String, Person> people() {
        return people;
    }
}
