package io.stellwerk.connector.store.sqlite;

import io.stellwerk.engine.record.Signature;
import io.stellwerk.engine.record.Version;
import io.stellwerk.engine.record.VersionFiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of one tenant's versions, within a transaction. */
record VersionRows(Handle handle, String tenant) {

    List<Version> list(int below, int limit) {
        return handle.createQuery("select * from rule_set_version where tenant = :tenant and number < :below"
                        + " order by number desc limit :limit")
                .bind("tenant", tenant)
                .bind("below", below)
                .bind("limit", limit)
                .map((row, context) -> version(row))
                .list();
    }

    Optional<Version> version(int number) {
        return handle.createQuery("select * from rule_set_version where tenant = :tenant and number = :number")
                .bind("tenant", tenant)
                .bind("number", number)
                .map((row, context) -> version(row))
                .findOne();
    }

    int nextNumber() {
        return 1
                + handle.createQuery("select coalesce(max(number), 0) from rule_set_version where tenant = :tenant")
                        .bind("tenant", tenant)
                        .mapTo(Integer.class)
                        .one();
    }

    VersionFiles files(int number) {
        Map<String, byte[]> contents = new TreeMap<>();
        handle.createQuery("select name, content from version_file join file_content using (tenant, sha256)"
                        + " where tenant = :tenant and number = :number")
                .bind("tenant", tenant)
                .bind("number", number)
                .map((row, context) -> Map.entry(row.getString("name"), row.getBytes("content")))
                .forEach(file -> contents.put(file.getKey(), file.getValue()));
        return VersionFiles.of(contents);
    }

    void insert(Version version, VersionFiles files) {
        handle.createUpdate("insert into rule_set_version (tenant, number, sha256, parent, author, reason, at) values"
                        + " (:tenant, :number, :sha256, :parent, :author, :reason, :at)")
                .bind("tenant", tenant)
                .bind("number", version.number())
                .bind("sha256", version.sha256())
                .bind(
                        "parent",
                        version.parent().isPresent()
                                ? Integer.valueOf(version.parent().getAsInt())
                                : null)
                .bind("author", version.by().author())
                .bind("reason", version.by().reason())
                .bind("at", version.by().at().toEpochMilli())
                .execute();
        insert(version.number(), files);
    }

    private void insert(int number, VersionFiles files) {
        PreparedBatch contents = handle.prepareBatch(
                "insert into file_content (tenant, sha256, content) values (:tenant, :sha256, :content)"
                        + " on conflict do nothing");
        PreparedBatch names = handle.prepareBatch(
                "insert into version_file (tenant, number, name, sha256) values (:tenant, :number, :name, :sha256)");
        for (String name : files.names()) {
            byte[] content = files.bytes(name);
            String sha256 = VersionFiles.sha256(content);
            contents.bind("tenant", tenant)
                    .bind("sha256", sha256)
                    .bind("content", content)
                    .add();
            names.bind("tenant", tenant)
                    .bind("number", number)
                    .bind("name", name)
                    .bind("sha256", sha256)
                    .add();
        }
        contents.execute();
        names.execute();
    }

    Optional<Version> live() {
        return handle.createQuery("select v.* from live_version l join rule_set_version v using (tenant, number)"
                        + " where l.tenant = :tenant")
                .bind("tenant", tenant)
                .map((row, context) -> version(row))
                .findOne();
    }

    void setLive(int number) {
        handle.createUpdate("insert into live_version (tenant, number) values (:tenant, :number)"
                        + " on conflict (tenant) do update set number = :number")
                .bind("tenant", tenant)
                .bind("number", number)
                .execute();
    }

    private static Version version(ResultSet row) throws SQLException {
        int parent = row.getInt("parent");
        return new Version(
                row.getInt("number"),
                row.getString("sha256"),
                parent == 0 ? OptionalInt.empty() : OptionalInt.of(parent),
                new Signature(
                        row.getString("author"), row.getString("reason"), Instant.ofEpochMilli(row.getLong("at"))));
    }
}
