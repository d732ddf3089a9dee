package io.stellwerk.connector.store.sqlite;

import io.stellwerk.engine.port.AuditLog;
import io.stellwerk.engine.port.RuleSetStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * The system of record in the file {@code record.db}, with the files {@code -wal} and {@code -shm} that SQLite keeps beside
 * it. What was acknowledged is on the disk: write-ahead log, synchronous FULL.
 */
public final class SqliteRecord implements AutoCloseable {

    private static final String NAME = "record.db";
    private static final List<String> BESIDE = List.of("", "-wal", "-shm");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String MIGRATIONS = "classpath:io/stellwerk/connector/store/sqlite/migration";
    private static final Set<Integer> DAMAGE =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);
    private static final int PRIMARY_CODE = 0xff;

    private final RecordFile file;
    private final Optional<Path> setAside;

    private SqliteRecord(RecordFile file, Optional<Path> setAside) {
        this.file = file;
        this.setAside = setAside;
    }

    /** Where the record of a data directory is. */
    public static Path in(Path dataDirectory) {
        return dataDirectory.resolve(NAME);
    }

    /**
     * Opens the record of a data directory, or begins it. A damaged one is set aside, and an empty one takes its place.
     *
     * @throws UnknownSchemaException if a newer program wrote it
     * @throws IOException if the disk fails
     */
    public static SqliteRecord open(Path dataDirectory, InstantSource clock) throws IOException {
        Files.createDirectories(dataDirectory);
        Path path = in(dataDirectory);
        try {
            return new SqliteRecord(begin(path), Optional.empty());
        } catch (DamageException damaged) {
            Path aside = setAside(path, clock);
            try {
                return new SqliteRecord(begin(path), Optional.of(aside));
            } catch (DamageException again) {
                throw new IOException(path + " is damaged as soon as it is written: the disk fails.", again);
            }
        }
    }

    /**
     * Opens the record to read it only, also beside a running server.
     *
     * @throws IOException if there is none, it is damaged, or the disk fails
     */
    public static SqliteRecord openToRead(Path dataDirectory) throws IOException {
        Path path = in(dataDirectory);
        if (!Files.exists(path)) {
            throw new IOException("There is no record in '" + dataDirectory + "'.");
        }
        SQLiteConfig config = config();
        config.setReadOnly(true);
        try {
            return new SqliteRecord(checked(dataSource(path, config)), Optional.empty());
        } catch (DamageException damaged) {
            throw new IOException(path + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static RecordFile begin(Path path) throws IOException, DamageException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = dataSource(path, config);
        RecordFile file = checked(source);
        boolean migrated = false;
        try {
            migrate(source, path);
            migrated = true;
            return file;
        } finally {
            if (!migrated) {
                file.close();
            }
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        return config;
    }

    private static SQLiteDataSource dataSource(Path path, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path.toAbsolutePath());
        return source;
    }

    /** Opened, and free of damage as far as SQLite can tell: it keeps no checksums, our hashes do. */
    private static RecordFile checked(SQLiteDataSource source) throws IOException, DamageException {
        try {
            Connection connection = source.getConnection();
            boolean sound = false;
            try {
                check(connection);
                sound = true;
                return new RecordFile(connection);
            } finally {
                if (!sound) {
                    connection.close();
                }
            }
        } catch (SQLException failed) {
            throw damageOrFailure(failed);
        }
    }

    private static void check(Connection connection) throws SQLException, DamageException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
            String found = result.next() ? result.getString(1) : "nothing answers";
            if (!found.equals("ok")) {
                throw new DamageException(found, null);
            }
        }
    }

    private static void migrate(SQLiteDataSource source, Path path) throws IOException, DamageException {
        try {
            Flyway.configure(SqliteRecord.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayValidateException newer) {
            throw new UnknownSchemaException(path.toString(), newer);
        } catch (FlywayException failed) {
            throw damageOrFailure(failed);
        }
    }

    private static IOException damageOrFailure(Exception failed) throws DamageException {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DAMAGE.contains(sql.getErrorCode() & PRIMARY_CODE)) {
                throw new DamageException(String.valueOf(sql.getMessage()), sql);
            }
        }
        return new IOException("The record cannot be opened: " + failed.getMessage(), failed);
    }

    private static Path setAside(Path path, InstantSource clock) throws IOException {
        String suffix = ".broken-" + clock.instant().toEpochMilli();
        for (String beside : BESIDE) {
            Path part = path.resolveSibling(path.getFileName() + beside);
            if (Files.exists(part)) {
                Files.move(part, path.resolveSibling(NAME + suffix + beside), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return path.resolveSibling(NAME + suffix);
    }

    public RuleSetStore ruleSets() {
        return new SqliteRuleSetStore(file);
    }

    public AuditLog audit() {
        return new SqliteAuditLog(file);
    }

    /** Where a damaged record was put when this one was opened in its place; empty if it was sound. */
    public Optional<Path> setAside() {
        return setAside;
    }

    /** What SQLite says of a setting of its own. */
    String pragma(String name) throws IOException {
        return file.read(handle ->
                handle.createQuery("pragma " + name).mapTo(String.class).one());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
