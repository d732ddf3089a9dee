package io.stellwerk.engine.port;

import io.stellwerk.engine.record.AuditEntry;
import io.stellwerk.engine.record.AuditHead;
import java.io.IOException;
import java.util.List;

/**
 * Who changed what, and when: a chain of entries for each tenant that only grows. Entries are written by the stores,
 * together with the change that they tell of. Any thread; waits for disks, so not on an event loop.
 */
public interface AuditLog {

    /** Whoever has entries, sorted. */
    List<String> tenants() throws IOException;

    /**
     * A tenant's entries as they are stored, unverified, in their order.
     *
     * @param after only those with a higher sequence; 0 for all
     * @param limit how many at most
     */
    List<AuditEntry> entries(String tenant, long after, int limit) throws IOException;

    /** What was noted when the tenant's last entry was written; {@link AuditHead#NONE} if there is none. */
    AuditHead head(String tenant) throws IOException;
}
