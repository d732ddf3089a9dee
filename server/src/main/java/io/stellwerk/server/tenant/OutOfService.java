package io.stellwerk.server.tenant;

import io.stellwerk.engine.port.TargetStatus;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The targets of one tenant that somebody took out of service, each with the instant. Immutable. */
record OutOfService(Map<String, Instant> since) implements TargetStatus {

    private static final String KEY = "outOfService";

    OutOfService {
        since = Map.copyOf(since);
    }

    @Override
    public boolean inService(String targetId) {
        return !since.containsKey(targetId);
    }

    /** The same with one target changed; a target that is out already keeps its instant. */
    OutOfService with(String targetId, boolean inService, Instant now) {
        Map<String, Instant> changed = new HashMap<>(since);
        if (inService) {
            changed.remove(targetId);
        } else {
            changed.putIfAbsent(targetId, now);
        }
        return new OutOfService(changed);
    }

    Optional<Instant> since(String targetId) {
        return Optional.ofNullable(since.get(targetId));
    }

    /** What the file says; all in service if there is none. */
    static OutOfService read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new OutOfService(Map.of());
        }
        Map<String, Instant> since = new HashMap<>();
        try {
            JsonObject targets = new JsonObject(Files.readString(file)).getJsonObject(KEY, new JsonObject());
            for (String target : targets.fieldNames()) {
                since.put(target, Instant.parse(targets.getString(target)));
            }
        } catch (DecodeException | DateTimeException | ClassCastException broken) {
            throw new IOException(
                    file + " is damaged. Mend it, or delete it: then all targets are in service.", broken);
        }
        return new OutOfService(since);
    }

    void write(Path file) throws IOException {
        JsonObject targets = new JsonObject();
        new TreeMap<>(since).forEach((target, instant) -> targets.put(target, instant.toString()));
        AtomicFile.write(file, new JsonObject().put(KEY, targets).encodePrettily() + "\n");
    }
}
