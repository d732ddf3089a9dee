package io.stellwerk.rules.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.read.TableReading;
import io.stellwerk.rules.table.DecisionTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in docs/ that uses every kind of column and cell, once as CSV and once as canonical JSON. */
class ReferenceTableTest {

    private static final Path CSV = Path.of("../docs/reference-table.csv");
    private static final Path JSON = Path.of("../docs/reference-table.json");
    static final FactDictionary DICTIONARY = FactDictionary.of(
            List.of(), List.of("A", "B", "C"), List.of("service", "billing"), List.of(), List.of("office"));

    @Test
    void the_reference_table_is_read_without_a_finding() throws IOException {
        TableReading reading = read("rules/reference.csv", Files.readString(CSV));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.table().orElseThrow().rows()).hasSize(6);
    }

    @Test
    void its_canonical_form_is_the_documented_one_and_says_the_same() throws IOException {
        DecisionTable table =
                read("rules/reference.csv", Files.readString(CSV)).table().orElseThrow();
        String canonical = JsonTableWriter.write(table);
        // To be copied over the documented one when the table changes on purpose.
        Files.writeString(Path.of("target/reference-table.json"), canonical);

        assertThat(Files.readString(JSON)).isEqualTo(canonical);
        TableReading again = read("rules/reference.json", canonical);
        assertThat(again.findings()).isEmpty();
        assertThat(JsonTableWriter.write(again.table().orElseThrow())).isEqualTo(canonical);
    }

    private static TableReading read(String file, String text) {
        return TableReader.read(file, text.getBytes(StandardCharsets.UTF_8), DICTIONARY);
    }
}
