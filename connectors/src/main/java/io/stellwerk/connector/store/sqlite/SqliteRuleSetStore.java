package io.stellwerk.connector.store.sqlite;

import io.stellwerk.engine.port.DamagedVersionException;
import io.stellwerk.engine.port.RuleSetStore;
import io.stellwerk.engine.record.AuditAction;
import io.stellwerk.engine.record.AuditFact;
import io.stellwerk.engine.record.ScheduledPublication;
import io.stellwerk.engine.record.ScheduledPublication.State;
import io.stellwerk.engine.record.Signature;
import io.stellwerk.engine.record.Version;
import io.stellwerk.engine.record.VersionFiles;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Versions of rule sets in the record. */
final class SqliteRuleSetStore implements RuleSetStore {

    private final RecordFile file;

    SqliteRuleSetStore(RecordFile file) {
        this.file = file;
    }

    @Override
    public List<Version> versions(String tenant, int below, int limit) throws IOException {
        return file.read(handle -> new VersionRows(handle, tenant).list(below, limit));
    }

    @Override
    public Optional<Version> version(String tenant, int number) throws IOException {
        return file.read(handle -> new VersionRows(handle, tenant).version(number));
    }

    @Override
    public Optional<VersionFiles> files(String tenant, int number) throws IOException {
        Optional<Version> version = version(tenant, number);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        VersionFiles files = file.read(handle -> new VersionRows(handle, tenant).files(number));
        if (!files.sha256().equals(version.get().sha256())) {
            throw new DamagedVersionException(tenant, number);
        }
        return Optional.of(files);
    }

    @Override
    public Optional<Version> live(String tenant) throws IOException {
        return file.read(handle -> new VersionRows(handle, tenant).live());
    }

    @Override
    public OptionalInt liveAt(String tenant, Instant instant) throws IOException {
        return file.read(handle -> liveAt(handle, tenant, instant));
    }

    @Override
    public int nextNumber(String tenant) throws IOException {
        return file.read(handle -> new VersionRows(handle, tenant).nextNumber());
    }

    @Override
    public Version adopt(String tenant, int number, VersionFiles files, Signature by) throws IOException {
        return file.change(handle -> {
            VersionRows rows = new VersionRows(handle, tenant);
            if (number < rows.nextNumber()) {
                throw new IllegalArgumentException("Version " + number + " of " + tenant + " was stored before");
            }
            Optional<Version> before = rows.live();
            Version version = new Version(number, files.sha256(), number(before), by);
            rows.insert(version, files);
            return goLive(handle, tenant, AuditAction.RULE_SET_ADOPTED, before, version, by);
        });
    }

    @Override
    public Outcome publish(String tenant, OptionalInt base, int number, VersionFiles files, Signature by)
            throws IOException {
        return file.change(handle -> {
            VersionRows rows = new VersionRows(handle, tenant);
            Optional<Version> before = rows.live();
            if (!number(before).equals(base) || rows.nextNumber() != number) {
                return new Outcome.Moved(number(before));
            }
            Version version = new Version(number, files.sha256(), base, by);
            rows.insert(version, files);
            return new Outcome.Done(goLive(handle, tenant, AuditAction.RULE_SET_PUBLISHED, before, version, by));
        });
    }

    @Override
    public Optional<Outcome> rollBack(String tenant, OptionalInt base, int number, Signature by) throws IOException {
        return file.change(handle -> {
            VersionRows rows = new VersionRows(handle, tenant);
            Optional<Version> before = rows.live();
            Optional<Version> wanted = rows.version(number);
            if (wanted.isPresent() && !number(before).equals(base)) {
                return Optional.of(new Outcome.Moved(number(before)));
            }
            return wanted.map(version ->
                    new Outcome.Done(goLive(handle, tenant, AuditAction.RULE_SET_ROLLED_BACK, before, version, by)));
        });
    }

    @Override
    public List<ScheduledPublication> scheduled(String tenant) throws IOException {
        return file.read(handle -> new PublicationRows(handle, tenant).list());
    }

    @Override
    public Outcome schedule(String tenant, OptionalInt base, int number, VersionFiles files, Instant due, Signature by)
            throws IOException {
        return file.change(handle -> {
            VersionRows rows = new VersionRows(handle, tenant);
            OptionalInt now = liveAt(handle, tenant, due);
            if (!now.equals(base) || rows.nextNumber() != number) {
                return new Outcome.Moved(now);
            }
            Version version = new Version(number, files.sha256(), base, by);
            rows.insert(version, files);
            ScheduledPublication publication =
                    new PublicationRows(handle, tenant).insert(number, due.truncatedTo(ChronoUnit.MILLIS), by);
            SqliteAuditLog.append(
                    handle, AuditFact.publication(tenant, by, AuditAction.PUBLICATION_SCHEDULED, "", publication));
            return new Outcome.Done(version);
        });
    }

    @Override
    public Optional<Outcome> release(String tenant, int publication, Signature by) throws IOException {
        return file.change(handle -> new PublicationRows(handle, tenant)
                .pending(publication)
                .map(pending -> release(handle, tenant, pending, by)));
    }

    private static Outcome release(Handle handle, String tenant, ScheduledPublication pending, Signature by) {
        VersionRows rows = new VersionRows(handle, tenant);
        PublicationRows publications = new PublicationRows(handle, tenant);
        Optional<Version> before = rows.live();
        Version version = rows.version(pending.version()).orElseThrow();
        if (!number(before).equals(version.parent())) {
            String note = "version " + text(number(before)) + " was live, and it was made from version "
                    + text(version.parent()) + ": publish it anew";
            miss(handle, tenant, by, publications.settle(pending, State.OUTDATED, note));
            return new Outcome.Moved(number(before));
        }
        publications.settle(pending, State.PUBLISHED, "");
        return new Outcome.Done(goLive(handle, tenant, AuditAction.RULE_SET_PUBLISHED, before, version, by));
    }

    @Override
    public Optional<ScheduledPublication> giveUp(String tenant, int publication, State state, String note, Signature by)
            throws IOException {
        return file.change(handle -> {
            PublicationRows publications = new PublicationRows(handle, tenant);
            Optional<ScheduledPublication> settled =
                    publications.pending(publication).map(pending -> publications.settle(pending, state, note));
            settled.ifPresent(known -> miss(handle, tenant, by, known));
            return settled;
        });
    }

    private static void miss(Handle handle, String tenant, Signature by, ScheduledPublication settled) {
        AuditAction action =
                settled.state() == State.CANCELLED ? AuditAction.PUBLICATION_CANCELLED : AuditAction.PUBLICATION_MISSED;
        SqliteAuditLog.append(handle, AuditFact.publication(tenant, by, action, State.PENDING.code(), settled));
    }

    private static Version goLive(
            Handle handle, String tenant, AuditAction action, Optional<Version> before, Version version, Signature by) {
        new VersionRows(handle, tenant).setLive(version.number());
        SqliteAuditLog.append(handle, AuditFact.live(tenant, by, action, before, version));
        return version;
    }

    private static OptionalInt liveAt(Handle handle, String tenant, Instant instant) {
        OptionalInt pending = new PublicationRows(handle, tenant).pendingUntil(instant);
        return pending.isPresent() ? pending : number(new VersionRows(handle, tenant).live());
    }

    private static OptionalInt number(Optional<Version> version) {
        return version.isPresent() ? OptionalInt.of(version.get().number()) : OptionalInt.empty();
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "0";
    }
}
