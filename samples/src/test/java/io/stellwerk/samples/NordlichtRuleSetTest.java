package io.stellwerk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.crm.csv.ImportReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What is published first must be flawless. */
@TestInstance(Lifecycle.PER_CLASS)
class NordlichtRuleSetTest {

    private Nordlicht nordlicht;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        nordlicht = new Nordlicht(folder);
    }

    @AfterAll
    void close() throws IOException {
        nordlicht.close();
    }

    @Test
    void the_rule_set_has_no_findings_not_even_warnings() {
        assertThat(nordlicht.findings()).isEmpty();
    }

    @Test
    void there_are_eight_hotlines_twelve_plans_and_twenty_targets() {
        assertThat(nordlicht.ruleSet().hotlines()).hasSize(8);
        assertThat(nordlicht.ruleSet().plans()).hasSize(12);
        assertThat(nordlicht.ruleSet().targets()).hasSize(20);
        assertThat(nordlicht.ruleSet().calendars()).hasSize(8);
    }

    @Test
    void all_customers_and_people_are_imported_without_a_complaint() {
        assertThat(nordlicht.customers().outcome()).isEqualTo(ImportReport.Outcome.PUBLISHED);
        assertThat(nordlicht.customers().accepted()).isEqualTo(50_000);
        assertThat(nordlicht.customers().unknownColumns()).isEmpty();
        assertThat(nordlicht.customers().notes()).isEmpty();
        assertThat(nordlicht.people().accepted()).isEqualTo(60);
        assertThat(nordlicht.people().notes()).isEmpty();
    }
}
