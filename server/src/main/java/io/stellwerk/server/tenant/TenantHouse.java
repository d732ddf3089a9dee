package io.stellwerk.server.tenant;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.console.TenantAdministration;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.server.config.TenantFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the tenants and changes them while they serve. Changes come one after the other; each is on the disk before it
 * takes effect, so what a restart finds is never older than what calls saw.
 */
public final class TenantHouse implements TenantAdministration, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TenantHouse.class);
    private static final String PERSON = "person:";

    private record Tenancy(TenantFolder folder, TenantFiles files, MapDbCustomerDirectory customers) {}

    private final Path dataDirectory;
    private final InstantSource clock;
    private final ServedTenants served = new ServedTenants();
    private final RuleSetReader reader;
    private final WarmUp warmUp;
    private final Map<String, Tenancy> tenancies = new TreeMap<>();

    private TenantHouse(Path dataDirectory, NumberPlan numberPlan, JollydayHolidays holidays, InstantSource clock) {
        this.dataDirectory = dataDirectory;
        this.clock = clock;
        this.reader = new RuleSetReader(holidays, numberPlan, served);
        this.warmUp = new WarmUp(numberPlan, holidays, clock);
    }

    /**
     * Opens all tenants.
     *
     * @throws RuleSetRefusedException with the findings of all tenants that have errors
     * @throws IOException if a folder cannot be read, or the data belongs to another process
     */
    public static TenantHouse open(
            List<TenantFolder> folders,
            Path dataDirectory,
            NumberPlan numberPlan,
            JollydayHolidays holidays,
            InstantSource clock)
            throws IOException, RuleSetRefusedException {
        TenantHouse house = new TenantHouse(dataDirectory, numberPlan, holidays, clock);
        boolean opened = false;
        try {
            house.openAll(folders);
            opened = true;
            return house;
        } finally {
            if (!opened) {
                house.close();
            }
        }
    }

    private void openAll(List<TenantFolder> folders) throws IOException, RuleSetRefusedException {
        Map<String, List<Finding>> refused = new HashMap<>();
        for (TenantFolder folder : folders) {
            List<Finding> findings = open(folder);
            if (served.tenant(folder.id()).isEmpty()) {
                refused.put(folder.id(), findings);
            } else {
                findings.forEach(warning -> LOG.warn("Rule set of {}: {}", folder.id(), warning));
            }
        }
        if (!refused.isEmpty()) {
            throw new RuleSetRefusedException(refused);
        }
    }

    /** The tenant is not served if there is an error among the findings. */
    private List<Finding> open(TenantFolder folder) throws IOException {
        TenantFiles files = TenantFiles.of(dataDirectory, folder.id());
        RuleSetReader.Reading reading =
                reader.read(folder.id(), folder.ruleSet(), RuleSetVersion.read(files.ruleSetVersion()));
        if (reading.ruleSet().isPresent()) {
            MapDbCustomerDirectory customers = MapDbCustomerDirectory.open(files.customers(), clock);
            tenancies.put(folder.id(), new Tenancy(folder, files, customers));
            customers
                    .brokenGenerations()
                    .forEach(broken -> LOG.error(
                            "Customers of {}: {} is broken and set aside ({}); the generation before it serves, so import anew",
                            folder.id(),
                            broken.file(),
                            broken.reason()));
            reading.version().write(files.ruleSetVersion());
            LiveTenant tenant =
                    new LiveTenant(reading.ruleSet().get(), customers, OutOfService.read(files.targetStatus()));
            warmUp.decide(tenant);
            served.put(tenant);
        }
        return reading.findings();
    }

    /** What the router asks. */
    public ServedTenants served() {
        return served;
    }

    /** The store of a tenant's customers; empty for an unknown tenant. */
    public Optional<MapDbCustomerDirectory> customers(String tenant) {
        return Optional.ofNullable(tenancies.get(tenant)).map(Tenancy::customers);
    }

    /** Where the tenants' data is. */
    public List<TenantFiles> files() {
        return tenancies.values().stream().map(Tenancy::files).toList();
    }

    /** Where a tenant's data is; empty for an unknown tenant. */
    public Optional<TenantFiles> files(String tenant) {
        return Optional.ofNullable(tenancies.get(tenant)).map(Tenancy::files);
    }

    @Override
    public List<TenantSummary> tenants() {
        return served.all().stream().map(this::summary).toList();
    }

    private TenantSummary summary(LiveTenant tenant) {
        RuleSet ruleSet = tenant.ruleSet();
        String id = ruleSet.tenant().id();
        long known = customers(id)
                .flatMap(MapDbCustomerDirectory::customersServed)
                .map(info -> (long) info.entries())
                .orElse(0L);
        return new TenantSummary(
                id,
                ruleSet.tenant().name(),
                ruleSet.version(),
                ruleSet.hotlines().size(),
                known);
    }

    @Override
    public Optional<List<TargetState>> targets(String tenant) {
        return served.tenant(tenant).map(live -> {
            List<TargetState> targets = new ArrayList<>();
            live.ruleSet().targets().values().forEach(target -> targets.add(state(live, target.id(), target.name())));
            outOfService(live).since().keySet().stream()
                    .filter(id -> !live.ruleSet().targets().containsKey(id))
                    .forEach(id -> targets.add(state(live, id, "")));
            targets.sort(Comparator.comparing(TargetState::id));
            return targets;
        });
    }

    @Override
    public synchronized Optional<TargetState> setInService(String tenant, String target, boolean inService)
            throws IOException {
        Tenancy tenancy = tenancies.get(tenant);
        Optional<String> name = served.tenant(tenant).flatMap(live -> nameOf(live, target));
        if (tenancy == null || name.isEmpty()) {
            return Optional.empty();
        }
        OutOfService next = outOfService(served.tenant(tenant).orElseThrow()).with(target, inService, clock.instant());
        next.write(tenancy.files().targetStatus());
        served.change(tenant, live -> new LiveTenant(live.ruleSet(), live.customers(), next));
        LOG.info("Target {} of {} is {} service", target, tenant, inService ? "in" : "out of");
        return served.tenant(tenant).map(live -> state(live, target, name.get()));
    }

    /** Targets of the rule set, people, and whatever is out of service: that one can always be brought back. */
    private static Optional<String> nameOf(LiveTenant live, String target) {
        RouteTarget known = live.ruleSet().targets().get(target);
        if (known != null) {
            return Optional.of(known.name());
        }
        boolean person = target.startsWith(PERSON)
                && live.customers().person(target.substring(PERSON.length())).isPresent();
        return person || !live.targetStatus().inService(target) ? Optional.of("") : Optional.empty();
    }

    @Override
    public synchronized Optional<Reload> reload(String tenant) throws IOException {
        Tenancy tenancy = tenancies.get(tenant);
        if (tenancy == null) {
            return Optional.empty();
        }
        RuleSetVersion before = RuleSetVersion.read(tenancy.files().ruleSetVersion());
        RuleSetReader.Reading reading = reader.read(tenant, tenancy.folder().ruleSet(), before);
        Optional<RuleSet> next = reading.ruleSet();
        if (next.isEmpty()) {
            LOG.warn("Rule set of {} has errors: version {} goes on serving", tenant, before.version());
            return Optional.of(new Reload.Refused(before.version(), reading.findings()));
        }
        served.tenant(tenant)
                .ifPresent(live -> warmUp.decide(new LiveTenant(next.get(), live.customers(), live.targetStatus())));
        reading.version().write(tenancy.files().ruleSetVersion());
        served.change(tenant, live -> new LiveTenant(next.get(), live.customers(), live.targetStatus()));
        LOG.info(
                "Rule set of {} is live in version {}",
                tenant,
                reading.version().version());
        return Optional.of(new Reload.Live(reading.version().version(), reading.findings()));
    }

    private static TargetState state(LiveTenant live, String id, String name) {
        Optional<Instant> since = outOfService(live).since(id);
        return new TargetState(id, name, since.isEmpty(), since);
    }

    private static OutOfService outOfService(LiveTenant live) {
        return live.targetStatus() instanceof OutOfService out ? out : new OutOfService(Map.of());
    }

    /** Look-ups fail from now on, so stop asking before. */
    @Override
    public void close() throws IOException {
        for (Tenancy tenancy : tenancies.values()) {
            tenancy.customers().close();
        }
    }
}
