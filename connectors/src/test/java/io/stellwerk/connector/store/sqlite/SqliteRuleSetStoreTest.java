package io.stellwerk.connector.store.sqlite;

import io.stellwerk.engine.port.AuditLog;
import io.stellwerk.engine.port.RuleSetStore;
import io.stellwerk.engine.port.RuleSetStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRuleSetStoreTest extends RuleSetStoreContract {

    @TempDir
    Path folder;

    private @Nullable SqliteRecord opened;

    @Override
    protected RuleSetStore ruleSets() throws IOException {
        return record().ruleSets();
    }

    @Override
    protected AuditLog audit() throws IOException {
        return record().audit();
    }

    private SqliteRecord record() throws IOException {
        SqliteRecord record = opened == null ? SqliteRecord.open(folder, InstantSource.system()) : opened;
        opened = record;
        return record;
    }

    @AfterEach
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }
}
