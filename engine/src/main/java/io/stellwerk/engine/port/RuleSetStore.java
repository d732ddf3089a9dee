package io.stellwerk.engine.port;

import io.stellwerk.engine.record.ScheduledPublication;
import io.stellwerk.engine.record.Signature;
import io.stellwerk.engine.record.Version;
import io.stellwerk.engine.record.VersionFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rule sets of all tenants in all their versions. A version never changes and is never removed; which one is live does.
 *
 * <p>Every change is whole, together with its entry in the audit, and on the disk when the method returns; after an
 * exception nothing has changed. Any thread; waits for disks, so not on an event loop. Every method asks for one tenant
 * and tells and changes nothing of another.
 */
public interface RuleSetStore {

    /** What became of a change. */
    sealed interface Outcome {

        /** @param version that the change was about */
        record Done(Version version) implements Outcome {}

        /**
         * Nothing changed: the base is not what the caller worked from.
         *
         * @param base what it is; empty if nothing is live
         */
        record Moved(OptionalInt base) implements Outcome {}
    }

    /**
     * Newest first.
     *
     * @param below only those with a smaller number
     * @param limit how many at most
     */
    List<Version> versions(String tenant, int below, int limit) throws IOException;

    /** Empty if there is no such version. */
    Optional<Version> version(String tenant, int number) throws IOException;

    /**
     * The files as they were stored; empty if there is no such version.
     *
     * @throws DamagedVersionException if they do not have the version's hash any more
     */
    Optional<VersionFiles> files(String tenant, int number) throws IOException;

    /** Empty if nothing is live yet. */
    Optional<Version> live(String tenant) throws IOException;

    /** The version that will be live at an instant, if nothing is published besides what is scheduled. */
    OptionalInt liveAt(String tenant, Instant instant) throws IOException;

    /** The number that the next version gets. */
    int nextNumber(String tenant) throws IOException;

    /**
     * Takes over what serves already: a folder as the first version, or the last good version when the record lost it.
     *
     * @param number higher than that of any stored version
     * @throws IllegalArgumentException if it is not
     */
    Version adopt(String tenant, int number, VersionFiles files, Signature by) throws IOException;

    /**
     * Stores a version and makes it live.
     *
     * @param base the version that its author worked from, and that has to be live
     * @param number {@link #nextNumber}; if another version took it meanwhile, the base has moved
     */
    Outcome publish(String tenant, OptionalInt base, int number, VersionFiles files, Signature by) throws IOException;

    /**
     * Makes a stored version live again.
     *
     * @param base the version that has to be live
     * @return empty if there is no version {@code number}
     */
    Optional<Outcome> rollBack(String tenant, OptionalInt base, int number, Signature by) throws IOException;

    /** All publications that were ever ordered, the latest first. */
    List<ScheduledPublication> scheduled(String tenant) throws IOException;

    /**
     * Stores a version that goes live later.
     *
     * @param base what {@link #liveAt} tells for {@code due}
     * @param number {@link #nextNumber}
     */
    Outcome schedule(String tenant, OptionalInt base, int number, VersionFiles files, Instant due, Signature by)
            throws IOException;

    /**
     * Makes the version of a pending publication live, if the version is live that its author worked from; else the
     * publication is outdated from now on.
     *
     * @return empty if no such publication is pending
     */
    Optional<Outcome> release(String tenant, int publication, Signature by) throws IOException;

    /**
     * Gives a pending publication up, because its author wants it or because it cannot go live.
     *
     * @param state {@link ScheduledPublication.State#CANCELLED} or {@link ScheduledPublication.State#FAILED}
     * @param note why, with the remedy; empty if somebody cancelled it
     * @return as it is now; empty if no such publication is pending
     */
    Optional<ScheduledPublication> giveUp(
            String tenant, int publication, ScheduledPublication.State state, String note, Signature by)
            throws IOException;
}
