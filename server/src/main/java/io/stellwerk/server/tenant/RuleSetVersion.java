package io.stellwerk.server.tenant;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which version the rule set that was live last had: it counts up whenever a changed one goes live, and over restarts.
 *
 * @param hash of the rule set's files
 */
record RuleSetVersion(int version, String hash) {

    private static final RuleSetVersion NONE = new RuleSetVersion(0, "");

    /** The version of a rule set with this hash: the same if nothing changed, else the next. */
    RuleSetVersion of(String newHash) {
        return newHash.equals(hash) ? this : new RuleSetVersion(version + 1, newHash);
    }

    static RuleSetVersion read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            return new RuleSetVersion(json.getInteger("version", 0), json.getString("sha256", ""));
        } catch (DecodeException | ClassCastException broken) {
            throw new IOException(file + " is damaged. Delete it: versions then count from 1 again.", broken);
        }
    }

    void write(Path file) throws IOException {
        AtomicFile.write(
                file,
                new JsonObject().put("version", version).put("sha256", hash).encode() + "\n");
    }
}
