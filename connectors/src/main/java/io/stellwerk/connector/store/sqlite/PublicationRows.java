package io.stellwerk.connector.store.sqlite;

import io.stellwerk.engine.record.ScheduledPublication;
import io.stellwerk.engine.record.ScheduledPublication.State;
import io.stellwerk.engine.record.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** The rows of one tenant's scheduled publications, within a transaction. */
record PublicationRows(Handle handle, String tenant) {

    /** The latest order first. */
    List<ScheduledPublication> list() {
        return handle.createQuery("select * from scheduled_publication where tenant = :tenant order by id desc")
                .bind("tenant", tenant)
                .map((row, context) -> publication(row))
                .list();
    }

    Optional<ScheduledPublication> pending(int id) {
        return list().stream()
                .filter(publication -> publication.id() == id && publication.state() == State.PENDING)
                .findFirst();
    }

    /** The version that the last pending publication makes live until then. */
    OptionalInt pendingUntil(Instant instant) {
        return handle.createQuery("select number from scheduled_publication where tenant = :tenant and state = :pending"
                        + " and due <= :instant order by due desc, id desc limit 1")
                .bind("tenant", tenant)
                .bind("pending", State.PENDING.code())
                .bind("instant", instant.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    ScheduledPublication insert(int number, Instant due, Signature by) {
        int id = 1
                + handle.createQuery("select coalesce(max(id), 0) from scheduled_publication where tenant = :tenant")
                        .bind("tenant", tenant)
                        .mapTo(Integer.class)
                        .one();
        handle.createUpdate("insert into scheduled_publication"
                        + " (tenant, id, number, due, author, reason, at, state, note) values"
                        + " (:tenant, :id, :number, :due, :author, :reason, :at, :state, '')")
                .bind("tenant", tenant)
                .bind("id", id)
                .bind("number", number)
                .bind("due", due.toEpochMilli())
                .bind("author", by.author())
                .bind("reason", by.reason())
                .bind("at", by.at().toEpochMilli())
                .bind("state", State.PENDING.code())
                .execute();
        return new ScheduledPublication(id, number, due, by, State.PENDING, "");
    }

    ScheduledPublication settle(ScheduledPublication pending, State state, String note) {
        handle.createUpdate(
                        "update scheduled_publication set state = :state, note = :note where tenant = :tenant and id = :id")
                .bind("tenant", tenant)
                .bind("id", pending.id())
                .bind("state", state.code())
                .bind("note", note)
                .execute();
        return new ScheduledPublication(pending.id(), pending.version(), pending.due(), pending.by(), state, note);
    }

    private static ScheduledPublication publication(ResultSet row) throws SQLException {
        return new ScheduledPublication(
                row.getInt("id"),
                row.getInt("number"),
                Instant.ofEpochMilli(row.getLong("due")),
                new Signature(
                        row.getString("author"), row.getString("reason"), Instant.ofEpochMilli(row.getLong("at"))),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("note"));
    }
}
