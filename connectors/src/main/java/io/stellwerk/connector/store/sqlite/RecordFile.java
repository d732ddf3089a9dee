package io.stellwerk.connector.store.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The one connection of this process to the file. Who reads or writes waits for the one before: a few a minute do, and
 * SQLite has one writer anyway.
 */
final class RecordFile implements AutoCloseable {

    private final Connection connection;
    private final Jdbi jdbi;

    RecordFile(Connection connection) {
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
    }

    synchronized <T> T read(HandleCallback<T, SQLException> work) throws IOException {
        return guarded(() -> jdbi.withHandle(work));
    }

    /** All that the work does, or nothing: on the disk when this returns. */
    synchronized <T> T change(HandleCallback<T, SQLException> work) throws IOException {
        return guarded(() -> jdbi.inTransaction(work));
    }

    private static <T> T guarded(Access<T> access) throws IOException {
        try {
            return access.run();
        } catch (SQLException | JdbiException failed) {
            throw failure(failed);
        }
    }

    private static IOException failure(Exception failed) {
        Throwable cause = failed.getCause() instanceof SQLException sql ? sql : failed;
        return new IOException("The record failed: " + cause.getMessage(), failed);
    }

    @FunctionalInterface
    private interface Access<T> {
        T run() throws SQLException;
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }
}
