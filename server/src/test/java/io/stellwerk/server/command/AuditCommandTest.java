package io.stellwerk.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.store.sqlite.SqliteRecord;
import io.stellwerk.engine.record.Signature;
import io.stellwerk.engine.record.VersionFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    private static final int CHANGES = 103;

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws Exception {
        try (SqliteRecord record = SqliteRecord.open(data, InstantSource.system())) {
            Signature by = new Signature("Anna", "", Instant.EPOCH);
            VersionFiles files = VersionFiles.of(Map.of("tenant.yaml", new byte[0]));
            record.ruleSets().publish("suedstrom", OptionalInt.empty(), 1, files, by);
            record.ruleSets().publish("nordlicht", OptionalInt.empty(), 1, files, by);
            for (int i = 1; i < CHANGES; i++) {
                record.ruleSets().rollBack("nordlicht", OptionalInt.of(1), 1, by);
            }
        }
    }

    private int verify() {
        return StellwerkCommand.run(
                new PrintWriter(out, true), new PrintWriter(err, true), "audit", "verify", "--data", data.toString());
    }

    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + SqliteRecord.in(data));
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger audit_entry_never_changes");
            statement.execute("drop trigger audit_entry_stays");
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    @Test
    void a_sound_audit_is_fine_and_tells_where_it_ends() {
        assertThat(verify()).isZero();

        assertThat(out.toString())
                .containsPattern("nordlicht: sound up to entry " + CHANGES + ", [0-9a-f]{64}")
                .containsPattern("suedstrom: sound up to entry 1, [0-9a-f]{64}");
    }

    @Test
    void a_changed_entry_is_named() throws Exception {
        sql("update audit_entry set reason = 'because' where tenant = 'nordlicht' and sequence = 101");

        assertThat(verify()).isEqualTo(1);

        assertThat(out.toString())
                .contains("nordlicht: entry 101 is not as it was written")
                .contains("suedstrom: sound");
    }

    @Test
    void missing_and_exchanged_entries_are_named() throws Exception {
        sql(
                "delete from audit_entry where tenant = 'nordlicht' and sequence = 7",
                "update audit_entry set sequence = -1 where tenant = 'nordlicht' and sequence = 20",
                "update audit_entry set sequence = 20 where tenant = 'nordlicht' and sequence = 21",
                "update audit_entry set sequence = 21 where tenant = 'nordlicht' and sequence = -1");

        assertThat(verify()).isEqualTo(1);

        assertThat(out.toString()).contains("entry 8 follows a gap", "entry 20 is not as", "entry 21 is not as");
    }

    @Test
    void entries_that_are_missing_at_the_end_are_found_even_if_none_is_left() throws Exception {
        sql("delete from audit_entry where sequence > 1 or tenant = 'suedstrom'");

        assertThat(verify()).isEqualTo(1);

        assertThat(out.toString())
                .contains("nordlicht: entry " + CHANGES + " was written last", "suedstrom: entry 1 was");
    }

    @Test
    void entries_behind_the_last_that_was_written_are_found() throws Exception {
        sql(
                "insert into audit_entry select tenant, sequence + 1, at, author, action, subject, before, after, reason, hash,"
                        + " hash from audit_entry where tenant = 'suedstrom'");

        assertThat(verify()).isEqualTo(1);
    }

    @Test
    void without_a_record_there_is_nothing_to_verify() {
        int exit = StellwerkCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "audit",
                "verify",
                "--data",
                data.resolve("nowhere").toString());

        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("no record");
    }

    @Test
    void the_command_alone_says_what_it_can_do() {
        assertThat(StellwerkCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), "audit"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("audit verify");
    }
}
