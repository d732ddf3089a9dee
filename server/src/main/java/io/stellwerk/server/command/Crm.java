package io.stellwerk.server.command;

import io.stellwerk.connector.crm.csv.CustomerImport;
import io.stellwerk.connector.crm.csv.ImportOptions;
import io.stellwerk.connector.crm.csv.ImportProgress;
import io.stellwerk.connector.crm.csv.ImportReport;
import io.stellwerk.connector.crm.csv.PeopleImport;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.server.tenant.TenantFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Customers and people as a command is given them: a data directory, a CSV file of customers, or a folder with {@code
 * customers.csv} and {@code people.csv}, which are taken into a directory that is gone afterwards.
 */
record Crm(MapDbCustomerDirectory directory, Optional<Path> scratch) implements Closeable {

    private static final String CUSTOMERS = "customers.csv";
    private static final String PEOPLE = "people.csv";

    /** @param notes told of rows that could not be taken */
    static Crm open(Path given, TenantSettings tenant, NumberPlan numberPlan, PrintWriter notes) throws IOException {
        Path live = TenantFiles.of(given, tenant.id()).customers();
        if (Files.isDirectory(live)) {
            return new Crm(MapDbCustomerDirectory.open(live, InstantSource.system()), Optional.empty());
        }
        boolean folder = Files.isDirectory(given);
        Path customers = folder ? given.resolve(CUSTOMERS) : given;
        Path people = folder ? given.resolve(PEOPLE) : given.resolveSibling("no file of people");
        if (!Files.isRegularFile(customers) && !Files.isRegularFile(people)) {
            throw new WrongUseException("'" + given + "' has no customers of '" + tenant.id()
                    + "'. Name a data directory with imported customers, a CSV file, or a folder with " + CUSTOMERS
                    + " and " + PEOPLE + ".");
        }
        return imported(customers, people, tenant, numberPlan, notes);
    }

    private static Crm imported(
            Path customers, Path people, TenantSettings tenant, NumberPlan numberPlan, PrintWriter notes)
            throws IOException {
        Path scratch = Files.createTempDirectory("stellwerk-crm-");
        MapDbCustomerDirectory directory = MapDbCustomerDirectory.open(scratch, InstantSource.system());
        ImportOptions options = ImportOptions.of(tenant, scratch.resolve("quarantine.csv"));
        Crm crm = new Crm(directory, Optional.of(scratch));
        try {
            if (Files.isRegularFile(customers)) {
                CustomerImport run = new CustomerImport(directory, numberPlan);
                tell(customers, run.run(customers, options, ImportProgress.UNWATCHED), notes);
            }
            if (Files.isRegularFile(people)) {
                PeopleImport run = new PeopleImport(directory, numberPlan);
                tell(people, run.run(people, options, ImportProgress.UNWATCHED), notes);
            }
        } catch (IOException | RuntimeException failed) {
            crm.close();
            throw failed;
        }
        return crm;
    }

    private static void tell(Path file, ImportReport report, PrintWriter notes) {
        if (report.outcome() != ImportReport.Outcome.PUBLISHED) {
            throw new WrongUseException(
                    "'" + file + "' cannot be taken in: " + String.join(" ", report.explanations()));
        }
        if (report.quarantined() > 0) {
            notes.println(
                    report.quarantined() + " rows of '" + file + "' were not taken; `stellwerk import` says why.");
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
        if (scratch.isPresent()) {
            delete(scratch.get());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
