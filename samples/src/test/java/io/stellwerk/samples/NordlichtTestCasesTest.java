package io.stellwerk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.explain.Discretion;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.testcase.CaseReading;
import io.stellwerk.rules.testcase.TestCases;
import io.stellwerk.rules.testcase.TestReport;
import io.stellwerk.rules.testcase.TestRun;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample company's own test cases, as `stellwerk test samples/nordlicht` runs them: without a CRM. */
class NordlichtTestCasesTest {

    @Test
    void all_cases_pass_and_together_they_hit_every_rule() throws IOException {
        NumberPlan numbers = new LibPhoneNumberPlan();
        Holidays holidays = new JollydayHolidays();
        RuleSetFiles files = RuleSetFiles.ofFolder(Nordlicht.RULE_SET);
        Compilation compilation = RuleSets.compile(files, holidays, numbers, 0);
        RuleBook rules = RuleBook.of(compilation.source().orElseThrow());

        CaseReading reading = TestCases.read(files, compilation.source().orElseThrow(), numbers, Optional.empty());
        TestReport report = new TestRun(
                        rules,
                        new Explainer(rules, Discretion.RAW),
                        new OfflineRouter(compilation.ruleSet().orElseThrow(), numbers, holidays))
                .run(reading);

        assertThat(report.findings()).isEmpty();
        assertThat(report.results()).hasSizeGreaterThan(70);
        assertThat(report.failed()).isEmpty();
        assertThat(report.coverage().orElseThrow().neverHit()).isEmpty();
    }
}
