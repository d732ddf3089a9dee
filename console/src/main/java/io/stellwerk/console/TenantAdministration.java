package io.stellwerk.console;

import io.stellwerk.rules.finding.Finding;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be seen and changed of the tenants of a running server. Any thread; may wait for disks, so not on an event loop. */
public interface TenantAdministration {

    /**
     * A tenant as it is served at this moment.
     *
     * @param hotlines how many service numbers it has
     * @param customers how many are known
     */
    record TenantSummary(String id, String name, int ruleSetVersion, int hotlines, long customers) {}

    /**
     * A route target and whether calls may go there.
     *
     * @param since when it was taken out of service; empty if it is in service
     */
    record TargetState(String id, String name, boolean inService, Optional<Instant> since) {}

    /** What became of a reload. */
    sealed interface Reload {

        /** @param version of the rule set that is live now; the same as before if the folder has not changed */
        record Live(int version, List<Finding> warnings) implements Reload {}

        /** Nothing changed: the rule set of {@code version} goes on serving. */
        record Refused(int version, List<Finding> findings) implements Reload {}
    }

    List<TenantSummary> tenants();

    /** In the order of their ids; empty for an unknown tenant. */
    Optional<List<TargetState>> targets(String tenant);

    /**
     * Effective for the next call, and after a restart. A person is a target too, as {@code person:<id>}.
     *
     * @return the target as it is now; empty if there is no such tenant or target
     * @throws IOException if it could not be stored; nothing has changed then
     */
    Optional<TargetState> setInService(String tenant, String target, boolean inService) throws IOException;

    /**
     * Reads the tenant's folder again and swaps it in whole, if it has no errors.
     *
     * @return empty for an unknown tenant
     * @throws IOException if the folder cannot be read; nothing has changed then
     */
    Optional<Reload> reload(String tenant) throws IOException;
}
