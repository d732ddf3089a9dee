package io.stellwerk.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetFilesTest {

    @Test
    void the_hash_tells_names_and_contents_apart_and_nothing_else(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("tenant.yaml"), "a");
        Files.writeString(folder.resolve("rules/t.csv"), "b");
        Files.writeString(folder.resolve("README.md"), "c");
        String hash = RuleSetFiles.ofFolder(folder).asVersion().sha256();

        assertThat(RuleSetFiles.ofTexts(Map.of("rules/t.csv", "b", "tenant.yaml", "a"))
                        .asVersion()
                        .sha256())
                .isEqualTo(hash)
                .hasSize(64);
        assertThat(RuleSetFiles.ofTexts(Map.of("rules/t.csv", "a", "tenant.yaml", "b"))
                        .asVersion()
                        .sha256())
                .isNotEqualTo(hash);
        assertThat(RuleSetFiles.ofTexts(Map.of("rules/u.csv", "b", "tenant.yaml", "a"))
                        .asVersion()
                        .sha256())
                .isNotEqualTo(hash);
        assertThat(RuleSetFiles.ofTexts(Map.of("tenant.yaml", "a")).asVersion().sha256())
                .isNotEqualTo(hash);
    }

    @Test
    void tables_come_in_the_order_of_their_names() {
        RuleSetFiles files = RuleSetFiles.ofTexts(Map.of("rules/b.csv", "", "rules/a.json", "", "rules/c.csv", ""));

        assertThat(files.tables()).containsExactly("rules/a.json", "rules/b.csv", "rules/c.csv");
    }

    @Test
    void contents_cannot_be_changed_from_outside() {
        byte[] bytes = "a".getBytes(StandardCharsets.UTF_8);
        RuleSetFiles files = RuleSetFiles.of(Map.of("tenant.yaml", bytes));

        bytes[0] = 'b';
        files.bytes("tenant.yaml")[0] = 'c';

        assertThat(files.bytes("tenant.yaml")).containsExactly('a');
    }

    @Test
    void a_file_that_is_too_large_is_told_and_not_missed_as_well() {
        RuleSetFiles files = RuleSetFiles.of(Map.of("tenant.yaml", new byte[RuleSetFiles.LARGEST_FILE + 1]));

        assertThat(FolderReader.read(files).findings())
                .filteredOn(finding -> finding.place().file().equals("tenant.yaml"))
                .extracting(Finding::code)
                .containsExactly("file-too-large");
    }

    @Test
    void a_huge_file_that_belongs_to_no_rule_set_is_not_read(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("customers.csv"), new byte[RuleSetFiles.LARGEST_FILE + 1]);

        RuleSetFiles files = RuleSetFiles.ofFolder(folder);

        assertThat(files.names()).isEmpty();
        assertThat(files.findings()).extracting(Finding::code).containsExactly("unknown-file");
    }

    @Test
    void names_that_lead_out_of_the_folder_belong_to_no_rule_set() {
        RuleSetFiles files = RuleSetFiles.ofTexts(Map.of("../tenant.yaml", "", "rules/../../x.csv", "", "/etc/x", ""));

        assertThat(files.names()).isEmpty();
    }
}
