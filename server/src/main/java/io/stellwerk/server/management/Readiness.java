package io.stellwerk.server.management;

import java.util.ArrayList;
import java.util.List;

/** Whether this node should get calls. Any thread. */
public final class Readiness {

    private volatile boolean started;
    private volatile boolean draining;
    private volatile int tenants;

    /** Rule sets are live, the customers' directories open, and the ports too. */
    public void started(int servedTenants) {
        tenants = servedTenants;
        started = true;
    }

    public void draining() {
        draining = true;
    }

    public boolean ready() {
        return started && !draining;
    }

    /** Why not; empty if ready. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (!started) {
            reasons.add("starting");
        }
        if (draining) {
            reasons.add("draining");
        }
        return reasons;
    }

    int tenants() {
        return tenants;
    }
}
