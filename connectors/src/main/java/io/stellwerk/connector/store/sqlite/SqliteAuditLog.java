package io.stellwerk.connector.store.sqlite;

import io.stellwerk.engine.port.AuditLog;
import io.stellwerk.engine.record.AuditEntry;
import io.stellwerk.engine.record.AuditFact;
import io.stellwerk.engine.record.AuditHead;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The audit, in the same file as what it tells of. */
final class SqliteAuditLog implements AuditLog {

    private final RecordFile file;

    SqliteAuditLog(RecordFile file) {
        this.file = file;
    }

    @Override
    public List<String> tenants() throws IOException {
        return file.read(handle -> handle.createQuery(
                        "select tenant from audit_entry union select tenant from audit_head order by tenant")
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<AuditEntry> entries(String tenant, long after, int limit) throws IOException {
        return file.read(handle -> handle.createQuery(
                        "select * from audit_entry where tenant = :tenant and sequence > :after order by sequence limit :limit")
                .bind("tenant", tenant)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public AuditHead head(String tenant) throws IOException {
        return file.read(handle -> head(handle, tenant));
    }

    /** Writes the next entry, in the transaction of the change that it tells of. */
    static void append(Handle handle, AuditFact fact) {
        AuditEntry entry = AuditEntry.following(head(handle, fact.tenant()), fact);
        handle.createUpdate(
                        "insert into audit_entry"
                                + " (tenant, sequence, at, author, action, subject, before, after, reason, previous, hash) values"
                                + " (:tenant, :sequence, :at, :author, :action, :subject, :before, :after, :reason, :previous, :hash)")
                .bind("tenant", entry.tenant())
                .bind("sequence", entry.sequence())
                .bind("at", entry.at().toEpochMilli())
                .bind("author", entry.author())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("before", entry.before())
                .bind("after", entry.after())
                .bind("reason", entry.reason())
                .bind("previous", entry.previous())
                .bind("hash", entry.hash())
                .execute();
        handle.createUpdate("insert into audit_head (tenant, sequence, hash) values (:tenant, :sequence, :hash)"
                        + " on conflict (tenant) do update set sequence = :sequence, hash = :hash")
                .bind("tenant", entry.tenant())
                .bind("sequence", entry.sequence())
                .bind("hash", entry.hash())
                .execute();
    }

    private static AuditHead head(Handle handle, String tenant) {
        return handle.createQuery("select sequence, hash from audit_head where tenant = :tenant")
                .bind("tenant", tenant)
                .map((row, context) -> new AuditHead(row.getLong("sequence"), row.getString("hash")))
                .findOne()
                .orElse(AuditHead.NONE);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("tenant"),
                row.getLong("sequence"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("author"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
