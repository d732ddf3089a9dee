package io.stellwerk.rules.testcase;

import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.read.Grid;
import io.stellwerk.rules.read.GridRow;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the test cases of a rule set. What is wrong with one never hides what is wrong with another. */
public final class TestCases {

    private final CaseScope scope;
    private final Findings findings = new Findings();
    private final List<TestCase> cases = new ArrayList<>();

    private TestCases(CaseScope scope) {
        this.scope = scope;
    }

    /**
     * @param crm where customers are looked up whom a case refers to, and callers whom it does not describe; empty if there
     *     is none: then such callers are unknown
     */
    public static CaseReading read(
            RuleSetFiles files, RuleSetSource source, NumberPlan numberPlan, Optional<CustomerDirectory> crm) {
        TestCases reader = new TestCases(new CaseScope(source, numberPlan, crm));
        for (String file : files.tests()) {
            Grid.ofCsv(file, files.bytes(file), reader.findings).ifPresent(reader::read);
        }
        return new CaseReading(reader.cases, reader.findings.sorted());
    }

    private void read(Grid grid) {
        CaseSettings settings = new CaseSettings(scope, findings);
        List<GridRow> rows = grid.rows();
        int heading = 0;
        while (heading < rows.size() && rows.get(heading).hash()) {
            settings.read(rows.get(heading++));
        }
        if (heading == rows.size()) {
            findings.add(FindingCode.MISSING_HEADING.at(
                    Place.of(grid.file()),
                    "The test cases have no heading.",
                    "Add a line such as case;at;called;calling;=> plan."));
            return;
        }
        CaseHeading columns = CaseHeading.read(rows.get(heading), scope, findings);
        Set<String> names = new HashSet<>();
        for (GridRow row : rows.subList(heading + 1, rows.size())) {
            if (!row.hash()) {
                read(new CaseRow(columns, settings, row, findings), settings, names);
            }
        }
    }

    private void read(CaseRow row, CaseSettings settings, Set<String> names) {
        String name = row.text(CaseColumns.CASE);
        if (row.named() && (name.isEmpty() || !names.add(name))) {
            row.wrong(
                    FindingCode.DUPLICATE_CASE,
                    CaseColumns.CASE,
                    name.isEmpty() ? "The case has no name." : "There is another case '" + name + "' in this file.",
                    "Give it a name of its own.");
        }
        new CaseReader(scope, settings, row).read().ifPresent(cases::add);
    }
}
