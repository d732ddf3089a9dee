package io.stellwerk.server.imports;

import io.stellwerk.connector.crm.csv.CustomerImport;
import io.stellwerk.connector.crm.csv.ImportOptions;
import io.stellwerk.connector.crm.csv.ImportProgress;
import io.stellwerk.connector.crm.csv.ImportReport;
import io.stellwerk.connector.crm.csv.PeopleImport;
import io.stellwerk.connector.store.mapdb.GenerationInfo;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.console.ImportDesk.Kind;
import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.NumberPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Imports into one tenant's directory, beside a running server or without one.
 *
 * @param tenant whose attributes and classes the columns are checked against
 */
public record ImportRun(MapDbCustomerDirectory directory, TenantSettings tenant, NumberPlan numberPlan) {

    /** Returns when the good rows are live, or nothing has changed. */
    public ImportReport run(Order order, Path quarantine, ImportProgress progress) throws IOException {
        ImportOptions options = ImportOptions.of(tenant, quarantine)
                .withMapping(order.mapping())
                .withConfirmed(order.confirmed());
        return order.kind() == Kind.CUSTOMERS
                ? new CustomerImport(directory, numberPlan).run(order.file(), options, progress)
                : new PeopleImport(directory, numberPlan).run(order.file(), options, progress);
    }

    /** How many are live. */
    public long live(Kind kind) {
        Optional<GenerationInfo> served =
                kind == Kind.CUSTOMERS ? directory.customersServed() : directory.peopleServed();
        return served.map(info -> (long) info.entries()).orElse(0L);
    }
}
