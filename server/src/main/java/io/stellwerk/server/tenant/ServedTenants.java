package io.stellwerk.server.tenant;

import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.LiveTenants;
import io.stellwerk.engine.rule.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All tenants as one immutable whole behind one reference. Calls read the reference and wait for nothing; changes come
 * one after the other.
 */
public final class ServedTenants implements LiveTenants {

    private record Whole(Map<String, LiveTenant> byId, Map<ServiceNumber, LiveTenant> byNumber) {

        static Whole of(Map<String, LiveTenant> byId) {
            Map<ServiceNumber, LiveTenant> byNumber = new HashMap<>();
            byId.values()
                    .forEach(tenant -> tenant.ruleSet()
                            .hotlines()
                            .forEach(hotline -> byNumber.putIfAbsent(hotline.number(), tenant)));
            return new Whole(new TreeMap<>(byId), Map.copyOf(byNumber));
        }
    }

    private volatile Whole whole = Whole.of(Map.of());

    @Override
    public Optional<LiveTenant> owning(ServiceNumber called) {
        return Optional.ofNullable(whole.byNumber().get(called));
    }

    @Override
    public Collection<LiveTenant> all() {
        return List.copyOf(whole.byId().values());
    }

    public Optional<LiveTenant> tenant(String id) {
        return Optional.ofNullable(whole.byId().get(id));
    }

    /**
     * Puts a tenant in the place of the one with its id, if there is one.
     *
     * @throws IllegalArgumentException if a service number is another tenant's; ask {@link #takenNumbers} before
     */
    public synchronized void put(LiveTenant tenant) {
        List<Hotline> taken = takenNumbers(tenant.ruleSet());
        if (!taken.isEmpty()) {
            throw new IllegalArgumentException(taken.get(0).number() + " is another tenant's");
        }
        Map<String, LiveTenant> byId = new HashMap<>(whole.byId());
        byId.put(tenant.ruleSet().tenant().id(), tenant);
        whole = Whole.of(byId);
    }

    /** Changes one tenant; no call sees anything half changed. */
    public synchronized void change(String id, UnaryOperator<LiveTenant> change) {
        tenant(id).map(change).ifPresent(this::put);
    }

    /** The hotlines of a rule set whose number another tenant has already. */
    public List<Hotline> takenNumbers(RuleSet ruleSet) {
        List<Hotline> taken = new ArrayList<>();
        for (Hotline hotline : ruleSet.hotlines()) {
            owning(hotline.number())
                    .filter(owner -> !owner.ruleSet()
                            .tenant()
                            .id()
                            .equals(ruleSet.tenant().id()))
                    .ifPresent(owner -> taken.add(hotline));
        }
        return taken;
    }
}
