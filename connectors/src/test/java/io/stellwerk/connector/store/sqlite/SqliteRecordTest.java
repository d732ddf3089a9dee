package io.stellwerk.connector.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.engine.port.DamagedVersionException;
import io.stellwerk.engine.record.AuditChain;
import io.stellwerk.engine.record.AuditFault;
import io.stellwerk.engine.record.Signature;
import io.stellwerk.engine.record.Version;
import io.stellwerk.engine.record.VersionFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordTest {

    private static final Signature ANNA = new Signature("Anna", "", Instant.EPOCH);

    @TempDir
    private Path folder;

    private SqliteRecord open() throws IOException {
        return SqliteRecord.open(folder, InstantSource.system());
    }

    private static VersionFiles files(int number) {
        return VersionFiles.of(
                Map.of("rules/01.csv", ("version " + number + " ").repeat(1000).getBytes(StandardCharsets.UTF_8)));
    }

    private void publish(int versions) throws IOException {
        try (SqliteRecord record = open()) {
            for (int number = 1; number <= versions; number++) {
                OptionalInt base = number == 1 ? OptionalInt.empty() : OptionalInt.of(number - 1);
                record.ruleSets().publish("small", base, number, files(number), ANNA);
            }
        }
    }

    /** As somebody would who has the file and a tool. */
    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + SqliteRecord.in(folder));
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private List<AuditFault> faults() throws IOException {
        try (SqliteRecord record = SqliteRecord.openToRead(folder)) {
            AuditChain chain = new AuditChain("small");
            record.audit().entries("small", 0, 100).forEach(chain::add);
            return chain.faults(record.audit().head("small"));
        }
    }

    @Test
    void an_empty_folder_becomes_a_record_and_stays_one() throws Exception {
        publish(3);

        try (SqliteRecord record = open()) {
            assertThat(record.setAside()).isEmpty();
            assertThat(record.ruleSets().live("small").map(Version::number)).contains(3);
            assertThat(record.ruleSets().files("small", 2)).contains(files(2));
        }
    }

    @Test
    void every_commit_waits_for_the_disk() throws Exception {
        try (SqliteRecord record = open()) {
            assertThat(record.pragma("journal_mode")).isEqualTo("wal");
            assertThat(record.pragma("synchronous")).isEqualTo("2");
        }
    }

    @Test
    void the_database_itself_refuses_to_change_what_never_changes() throws Exception {
        publish(2);

        for (String statement : List.of(
                "update audit_entry set author = 'Eve'",
                "delete from audit_entry",
                "update rule_set_version set author = 'Eve'",
                "delete from version_file",
                "update file_content set content = x'00'")) {
            assertThatThrownBy(() -> sql(statement)).as(statement).hasMessageFindingMatch("never|only grows");
        }
    }

    @Test
    void whoever_goes_around_that_is_found_by_the_audit() throws Exception {
        publish(5);
        assertThat(faults()).isEmpty();

        sql("drop trigger audit_entry_never_changes", "update audit_entry set author = 'Eve' where sequence = 2");
        assertThat(faults()).extracting(AuditFault::sequence).containsExactly(2L);

        sql("drop trigger audit_entry_stays", "delete from audit_entry where sequence = 4");
        assertThat(faults()).extracting(AuditFault::sequence).containsExactly(2L, 5L);
    }

    @Test
    void a_version_whose_files_were_changed_is_not_handed_out() throws Exception {
        publish(2);
        sql("drop trigger file_content_never_changes", "update file_content set content = x'00' where rowid = 1");

        try (SqliteRecord record = open()) {
            assertThatThrownBy(() -> record.ruleSets().files("small", 1))
                    .isInstanceOf(DamagedVersionException.class)
                    .hasMessageContaining("Version 1 of small");
            assertThat(record.ruleSets().files("small", 2)).contains(files(2));
        }
    }

    @Test
    void a_file_that_is_no_database_is_set_aside() throws Exception {
        Files.writeString(SqliteRecord.in(folder), "this is not what it was".repeat(100));

        assertSetAside();
    }

    @Test
    void a_truncated_record_is_set_aside() throws Exception {
        publish(50);
        try (RandomAccessFile file =
                new RandomAccessFile(SqliteRecord.in(folder).toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }

        assertSetAside();
    }

    @Test
    void a_record_with_pages_of_garbage_is_set_aside() throws Exception {
        publish(50);
        try (RandomAccessFile file =
                new RandomAccessFile(SqliteRecord.in(folder).toFile(), "rw")) {
            byte[] garbage = new byte[(int) file.length() - 4096];
            new SplittableRandom(1).nextBytes(garbage);
            file.seek(4096);
            file.write(garbage);
        }

        assertSetAside();
    }

    private void assertSetAside() throws IOException {
        long size = Files.size(SqliteRecord.in(folder));
        try (SqliteRecord record = open()) {
            Path aside = record.setAside().orElseThrow();
            assertThat(aside).exists();
            assertThat(Files.size(aside)).isEqualTo(size);
            assertThat(record.ruleSets().live("small")).isEmpty();
            record.ruleSets().adopt("small", 51, files(51), ANNA);
        }
        try (SqliteRecord record = open()) {
            assertThat(record.setAside()).isEmpty();
            assertThat(record.ruleSets().live("small").map(Version::number)).contains(51);
        }
    }

    @Test
    void a_record_of_a_newer_program_is_left_alone() throws Exception {
        publish(1);
        sql(
                "insert into flyway_schema_history select 99, '99', 'newer', type, 'V99__newer.sql', checksum, installed_by,"
                        + " installed_on, execution_time, success from flyway_schema_history where installed_rank = 1");

        assertThatThrownBy(this::open)
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("newer");
        assertThat(folder).isDirectoryNotContaining("glob:**broken**");
    }

    @Test
    void it_can_be_read_beside_the_one_who_writes() throws Exception {
        try (SqliteRecord writing = open()) {
            writing.ruleSets().publish("small", OptionalInt.empty(), 1, files(1), ANNA);

            assertThat(faults()).isEmpty();
            try (SqliteRecord reading = SqliteRecord.openToRead(folder)) {
                assertThat(reading.audit().entries("small", 0, 10)).hasSize(1);
                assertThatThrownBy(() -> reading.ruleSets().publish("small", OptionalInt.of(1), 2, files(2), ANNA))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void there_must_be_a_record_to_read() {
        assertThatThrownBy(() -> SqliteRecord.openToRead(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no record");
    }
}
