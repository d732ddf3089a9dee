package io.stellwerk.server.command;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.console.ImportDesk.Progress;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.server.config.Configuration;
import io.stellwerk.server.config.TenantFolder;
import io.stellwerk.server.imports.ImportJob;
import io.stellwerk.server.imports.ImportRun;
import io.stellwerk.server.tenant.TenantFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Holds the lock of the tenant's directory as long as it is open. */
record OfflineImport(MapDbCustomerDirectory directory, ImportRun run) implements ImportRoute {

    static OfflineImport open(Configuration configuration, String tenant) throws IOException {
        List<TenantFolder> tenants = configuration.tenants();
        Path ruleSet = tenants.stream()
                .filter(each -> each.id().equals(tenant))
                .map(TenantFolder::ruleSet)
                .findFirst()
                .orElseThrow(() -> new WrongUseException("The configuration has no tenant '" + tenant + "'. "
                        + Suggestion.nearest(
                                        tenant,
                                        tenants.stream().map(TenantFolder::id).toList())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Add it under tenants.")));
        return open(configuration.dataDirectory(), ruleSet, tenant);
    }

    static OfflineImport open(Path data, Path ruleSet, String tenant) throws IOException {
        Compilation compilation = RuleSetFolder.compile(ruleSet, new JollydayHolidays());
        TenantSettings settings = compilation
                .ruleSet()
                .orElseThrow(() -> new WrongUseException(
                        "The rule set in '" + ruleSet + "' has errors. `stellwerk check` lists them."))
                .tenant();
        if (!settings.id().equals(tenant)) {
            throw new WrongUseException(
                    "The rule set in '" + ruleSet + "' is that of '" + settings.id() + "', not of '" + tenant + "'.");
        }
        MapDbCustomerDirectory directory =
                MapDbCustomerDirectory.open(TenantFiles.of(data, tenant).customers(), InstantSource.system());
        return new OfflineImport(directory, new ImportRun(directory, settings, new LibPhoneNumberPlan()));
    }

    @Override
    public Progress run(Order order, Path quarantine, Consumer<Progress> watcher) {
        ImportJob job = new ImportJob(order, quarantine, run, InstantSource.system(), watcher);
        job.run();
        return job.progress();
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
