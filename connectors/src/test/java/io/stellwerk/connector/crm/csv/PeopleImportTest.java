package io.stellwerk.connector.crm.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.crm.csv.ImportReport.Outcome;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleImportTest {

    @TempDir
    Path folder;

    @Test
    void people_are_read_and_bad_rows_quarantined() throws IOException {
        try (ImportCase nordlicht = new ImportCase(folder)) {
            ImportReport report = nordlicht.people("""
                    id;name;number;deputy;team;room
                    meyer;Änne Meyer;0431 9001;schulz;Key Accounts;12
                    schulz;Ole Schulz;+494319002;nobody;;
                    meyer;Noch eine;0431 9003;;;
                    petersen;Ohne Nummer;-;;;
                    """);

            assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
            assertThat(report.accepted()).isEqualTo(2);
            assertThat(report.reasons())
                    .isEqualTo(Map.of(QuarantineReason.DUPLICATE_ID, 1L, QuarantineReason.NOT_A_PHONE_NUMBER, 1L));
            assertThat(report.unknownColumns()).containsExactly("room");
            assertThat(report.notes()).singleElement().asString().contains("'nobody'");
            assertThat(nordlicht.directory.person("meyer"))
                    .contains(
                            new Person("meyer", "Änne Meyer", PhoneNumber.of("+494319001"), "schulz", "Key Accounts"));
        }
    }

    @Test
    void a_list_that_loses_more_than_half_is_held_back() throws IOException {
        try (ImportCase nordlicht = new ImportCase(folder)) {
            nordlicht.people("id;number\na;0431 1\nb;0431 2\nc;0431 3");

            assertThat(nordlicht.people("id;number\na;0431 1").outcome()).isEqualTo(Outcome.HELD_BACK);
            assertThat(nordlicht.directory.person("c")).isPresent();
        }
    }
}
