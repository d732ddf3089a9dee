package io.stellwerk.engine.record;

import io.stellwerk.engine.record.AuditFault.Kind;
import java.util.ArrayList;
import java.util.List;

/** Verifies one tenant's audit as its entries come, in the order of their sequence. Not for several threads. */
public final class AuditChain {

    private final String tenant;
    private final List<AuditFault> faults = new ArrayList<>();
    private AuditHead last = AuditHead.NONE;

    public AuditChain(String tenant) {
        this.tenant = tenant;
    }

    public void add(AuditEntry entry) {
        if (!entry.tenant().equals(tenant) || !entry.hash().equals(entry.computedHash())) {
            faults.add(new AuditFault(tenant, entry.sequence(), Kind.CHANGED));
        }
        if (entry.sequence() != last.sequence() + 1) {
            faults.add(new AuditFault(tenant, entry.sequence(), Kind.GAP));
        } else if (!entry.previous().equals(last.hash())) {
            faults.add(new AuditFault(tenant, entry.sequence(), Kind.UNCHAINED));
        }
        last = entry.head();
    }

    /** All that is wrong, if {@code head} is what was noted when the last entry was written. */
    public List<AuditFault> faults(AuditHead head) {
        List<AuditFault> all = new ArrayList<>(faults);
        if (!head.equals(last)) {
            all.add(new AuditFault(tenant, head.sequence(), Kind.CUT_OFF));
        }
        return List.copyOf(all);
    }
}
