package io.stellwerk.server.demo;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.console.ImportDesk.Kind;
import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.console.ImportDesk.Progress;
import io.stellwerk.console.ImportDesk.State;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.server.imports.ImportJob;
import io.stellwerk.server.imports.ImportRun;
import io.stellwerk.server.tenant.TenantFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sample customers and people in a data directory; once there, later demonstrations find them. */
public final class SampleData {

    private SampleData() {}

    /** Imports what is not there yet. */
    public static void prepare(SampleFiles samples, Path dataDirectory, PrintWriter out) throws IOException {
        TenantFiles files = TenantFiles.of(dataDirectory, samples.tenant());
        InstantSource clock = InstantSource.system();
        try (MapDbCustomerDirectory directory = MapDbCustomerDirectory.open(files.customers(), clock)) {
            Optional<TenantSettings> tenant = settings(samples);
            if (tenant.isEmpty()) {
                return; // The start of the server tells the findings.
            }
            ImportRun run = new ImportRun(directory, tenant.get(), new LibPhoneNumberPlan());
            for (Kind kind : Kind.values()) {
                if (run.live(kind) == 0) {
                    take(kind, samples, run, files.folder(), out);
                }
            }
        }
    }

    private static Optional<TenantSettings> settings(SampleFiles samples) throws IOException {
        return RuleSets.compile(
                        RuleSetFiles.ofFolder(samples.ruleSet()), new JollydayHolidays(), new LibPhoneNumberPlan(), 0)
                .ruleSet()
                .map(RuleSet::tenant);
    }

    private static void take(Kind kind, SampleFiles samples, ImportRun run, Path folder, PrintWriter out)
            throws IOException {
        Path file = kind == Kind.CUSTOMERS ? samples.customers() : samples.people();
        Order order = new Order(samples.tenant(), kind, file, Map.of(), false);
        Path quarantine = folder.resolve(kind.code() + ".quarantine.csv");
        ImportJob job = new ImportJob(order, quarantine, run, InstantSource.system(), progress -> {});
        job.run();
        Progress ended = job.progress();
        if (ended.state() != State.PUBLISHED) {
            throw new IOException("The sample " + kind.code() + " could not be imported: " + ended.problem());
        }
        out.println(
                String.format(Locale.ROOT, "Imported %,d %s from %s.", ended.live(), kind.code(), file.getFileName()));
    }
}
