package io.stellwerk.console;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One tenant, {@code nordlicht}, with the targets {@code kiel} and {@code lübeck/1}, in memory. */
final class SmallHouse implements TenantAdministration, ImportDesk {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Finding FINDING = Finding.error(
            "unknown-plan", Place.at("rules/a.csv", 7, 3).in("row-1", "=> plan"), "No plan 'x'.", "Did you mean 'y'?");

    final Map<String, Boolean> targets = new ConcurrentHashMap<>(Map.of("kiel", true, "lübeck/1", true));
    final Map<String, Order> orders = new ConcurrentHashMap<>();
    final Map<String, String> contents = new ConcurrentHashMap<>();
    volatile boolean broken;
    volatile boolean busy;
    private final Path uploads;

    SmallHouse(Path uploads) {
        this.uploads = uploads;
    }

    @Override
    public List<TenantSummary> tenants() {
        return List.of(new TenantSummary("nordlicht", "Nordlicht Energie", 3, 8, 50_000));
    }

    @Override
    public Optional<List<TargetState>> targets(String tenant) {
        return known(tenant)
                .map(id -> targets.keySet().stream().sorted().map(this::state).toList());
    }

    @Override
    public Optional<TargetState> setInService(String tenant, String target, boolean inService) {
        return known(tenant).filter(id -> targets.containsKey(target)).map(id -> {
            targets.put(target, inService);
            return state(target);
        });
    }

    @Override
    public Optional<Reload> reload(String tenant) throws IOException {
        if (tenant.equals("unreadable")) {
            throw new IOException("no such folder");
        }
        return known(tenant)
                .map(id -> broken ? new Reload.Refused(3, List.of(FINDING)) : new Reload.Live(4, List.of()));
    }

    @Override
    public Optional<Path> newUpload(String tenant) throws IOException {
        return known(tenant).isPresent()
                ? Optional.of(Files.createTempFile(uploads, "upload", ".csv"))
                : Optional.empty();
    }

    @Override
    public Acceptance begin(Order order) {
        try {
            contents.put("1", Files.readString(order.file()));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        orders.put("1", order);
        return busy ? new Acceptance.Busy(running()) : new Acceptance.Begun(running());
    }

    @Override
    public Optional<Progress> progress(String tenant, String importId) {
        return known(tenant).filter(id -> orders.containsKey(importId)).map(id -> running());
    }

    @Override
    public Optional<Path> quarantine(String tenant, String importId) {
        return known(tenant)
                .filter(id -> orders.containsKey(importId))
                .map(id -> orders.get(importId).file());
    }

    private static Progress running() {
        return new Progress(
                "1", Kind.CUSTOMERS, State.RUNNING, NOW, Optional.empty(), 12, 11, 1, 9, List.of("Ort"), List.of(), "");
    }

    private TargetState state(String target) {
        boolean inService = targets.getOrDefault(target, true);
        return new TargetState(target, "Site " + target, inService, inService ? Optional.empty() : Optional.of(NOW));
    }

    private static Optional<String> known(String tenant) {
        return Optional.of(tenant).filter("nordlicht"::equals);
    }
}
