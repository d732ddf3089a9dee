package io.stellwerk.samples;

import io.stellwerk.connector.crm.csv.CustomerImport;
import io.stellwerk.connector.crm.csv.ImportOptions;
import io.stellwerk.connector.crm.csv.ImportProgress;
import io.stellwerk.connector.crm.csv.ImportReport;
import io.stellwerk.connector.crm.csv.PeopleImport;
import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.intake.CallReading;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Nordlicht Energie in one process: its rule set compiled, its customers and people imported, all the real parts. */
final class Nordlicht implements AutoCloseable {

    static final Path RULE_SET = Path.of("nordlicht");
    static final Path DATA = Path.of("nordlicht-data");

    private static final Carrier NORDNETZ =
            new Carrier("nordnetz", "DE", true, Set.of(), Duration.ofMillis(400), Duration.ofMillis(400));
    private final NumberPlan numberPlan = new LibPhoneNumberPlan();
    private final Holidays holidays = new JollydayHolidays();
    private final CallReader reader = new CallReader(numberPlan);
    private final List<Finding> findings;
    private final RuleSet ruleSet;
    private final RuleSetSource source;
    private final OfflineRouter router;
    private final MapDbCustomerDirectory directory;
    private final ImportReport customers;
    private final ImportReport people;

    /** @param folder an empty one for the directory of customers */
    Nordlicht(Path folder) throws IOException {
        Compilation compilation = RuleSets.compile(RuleSetFiles.ofFolder(RULE_SET), holidays, numberPlan, 1);
        findings = compilation.findings();
        ruleSet = compilation.ruleSet().orElseThrow(() -> new AssertionError("Errors in the rule set: " + findings));
        source = compilation.source().orElseThrow();
        router = new OfflineRouter(ruleSet, numberPlan, holidays);
        directory = MapDbCustomerDirectory.open(folder, InstantSource.system());
        ImportOptions options = ImportOptions.of(ruleSet.tenant(), folder.resolve("quarantine.csv"));
        customers = new CustomerImport(directory, numberPlan)
                .run(DATA.resolve("customers.csv"), options, ImportProgress.UNWATCHED);
        people = new PeopleImport(directory, numberPlan)
                .run(DATA.resolve("people.csv"), options, ImportProgress.UNWATCHED);
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    RuleSetSource source() {
        return source;
    }

    List<Finding> findings() {
        return findings;
    }

    ImportReport customers() {
        return customers;
    }

    ImportReport people() {
        return people;
    }

    CallReading read(CallQuery query, Instant at) {
        return reader.read(query, NORDNETZ, at);
    }

    /** The rules' answer to a query whose dialled number can be read, while some targets cannot take calls. */
    Decision decide(CallReading.Understood call, Set<String> outOfService) {
        return decide(call, outOfService, DecisionTrace.NONE);
    }

    /** The same, telling how the caller was recognised. */
    Decision decide(CallReading.Understood call, Set<String> outOfService, Consumer<CallerMatch> recognised) {
        return decide(call, outOfService, new DecisionTrace() {
            @Override
            public boolean wanted() {
                return true;
            }

            @Override
            public void note(TraceEvent event) {
                if (event instanceof TraceEvent.Recognised how) {
                    recognised.accept(how.match());
                }
            }
        });
    }

    Decision decide(CallReading.Understood call, Set<String> outOfService, DecisionTrace trace) {
        return router.decide(call.call(), directory, targetId -> !outOfService.contains(targetId), trace);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
