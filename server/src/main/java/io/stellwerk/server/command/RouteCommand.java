package io.stellwerk.server.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.explain.Discretion;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.Explanation;
import io.stellwerk.rules.explain.ExplanationJson;
import io.stellwerk.rules.explain.ExplanationText;
import io.stellwerk.rules.explain.Language;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.testcase.SampleCustomers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One decision from a folder, without a server. */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Decides one call by the rule set of a folder, and explains it if asked. No server is needed.",
        footer = {
            "",
            "Examples:",
            "  stellwerk route samples/nordlicht --called +498001002010 --calling '040 66969 999' --explain",
            "  stellwerk route samples/nordlicht --called 08001002010 --calling +491713920005 \\",
            "      --customer '{\"customerClass\":\"A\",\"dunningLevel\":2}' --at 2026-12-24T10:00+01:00"
        })
final class RouteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the rule set.")
    private Path folder = Path.of(".");

    @Option(
            names = "--called",
            required = true,
            paramLabel = "NUMBER",
            description = "The service number, in any spelling.")
    private String called = "";

    @Option(
            names = "--calling",
            paramLabel = "NUMBER",
            description = "The caller, in any spelling. Default: anonymous.")
    private String calling = "";

    @Option(
            names = "--carrier",
            paramLabel = "NAME",
            description = "The carrier's name, for rules that ask for it. Default: ${DEFAULT-VALUE}.")
    private String carrier = "command-line";

    @Option(names = "--diverted-from", paramLabel = "NUMBER", description = "Who diverted the call. Default: nobody.")
    private String divertedFrom = "";

    @Option(names = "--digits", paramLabel = "DIGITS", description = "What the caller entered at a menu.")
    private String digits = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When the call arrives, with an offset: 2026-12-24T10:00+01:00. Default: now.")
    private @Nullable String at;

    @Option(
            names = "--customer",
            paramLabel = "JSON",
            description = "The caller is this customer; keys as in docs/rule-set-format.md, none is needed.")
    private @Nullable String customer;

    @Option(
            names = "--match",
            paramLabel = "HOW",
            description = {
                "How the caller of --customer is recognised: unique, organisation, or ambiguous, beside another of the same",
                "number. Default: ${DEFAULT-VALUE}."
            })
    private CallerMatch match = CallerMatch.UNIQUE;

    @Option(
            names = "--customers",
            paramLabel = "PATH",
            description = {
                "Look the caller up there: a CSV file of customers, a folder with customers.csv and people.csv, or a data",
                "directory that no server is using."
            })
    private @Nullable Path customers;

    @Option(
            names = "--out-of-service",
            split = ",",
            paramLabel = "TARGET",
            description = "Targets that take no calls, by comma.")
    private Set<String> outOfService = Set.of();

    @Option(names = "--explain", description = "Say how the decision came about.")
    private boolean explain;

    @Option(
            names = "--mask",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Show of callers' numbers and names the beginning only, as viewers see them. Default: yes.")
    private boolean mask;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "Of texts: en or de. Default: ${DEFAULT-VALUE}.")
    private Language language = Language.EN;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private Output format = Output.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Output output = Output.textOrJson(format, spec);
        if (customer != null && customers != null) {
            throw new WrongUseException("--customer and --customers exclude each other: name one of them.");
        }
        if (customer != null && calling.isEmpty()) {
            throw new WrongUseException("--customer needs --calling: an anonymous caller is nobody's customer.");
        }
        if (match == CallerMatch.UNKNOWN || match == CallerMatch.ANONYMOUS) {
            throw new WrongUseException(
                    "--match is unique, organisation or ambiguous. Who is unknown has no --customer,"
                            + " who is anonymous no --calling.");
        }
        JollydayHolidays holidays = new JollydayHolidays();
        Compilation compilation = RuleSetFolder.compile(folder, holidays);
        if (compilation.ruleSet().isEmpty()) {
            new FindingsText(spec.commandLine().getErr()).print(folder, compilation.findings());
            return ExitCode.FINDINGS;
        }
        RuleSet ruleSet = compilation.ruleSet().get();
        Explainer explainer = new Explainer(
                RuleBook.of(compilation.source().orElseThrow()), mask ? Discretion.MASKED : Discretion.RAW);
        if (customers == null) {
            decide(ruleSet, typed(ruleSet.tenant()), holidays, explainer, output);
        } else {
            try (Crm crm = Crm.open(
                    customers,
                    ruleSet.tenant(),
                    new LibPhoneNumberPlan(),
                    spec.commandLine().getErr())) {
                decide(ruleSet, crm.directory(), holidays, explainer, output);
            }
        }
        return ExitCode.FINE;
    }

    private void decide(
            RuleSet ruleSet,
            CustomerDirectory directory,
            JollydayHolidays holidays,
            Explainer explainer,
            Output output) {
        SingleCall call = new SingleCall(called, calling, carrier, divertedFrom, digits, instant(), outOfService);
        Explanation explanation = call.decide(ruleSet, directory, holidays, explainer);
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            ObjectNode json = explain ? ExplanationJson.explanation(explanation) : ExplanationJson.answer(explanation);
            out.println(json.toPrettyString());
        } else if (explain) {
            new ExplanationText(explanation, language, out).explain();
        } else {
            new ExplanationText(explanation, language, out).answer();
        }
    }

    private CustomerDirectory typed(TenantSettings tenant) {
        if (customer == null && match != CallerMatch.AMBIGUOUS) {
            return SampleCustomers.NOBODY;
        }
        // Of several customers the tenant's policy may pick nobody: then it does not matter who they are.
        CustomerProfile profile = new CustomerJson(tenant).read(customer == null ? "{}" : customer);
        return SampleCustomers.only(profile, match);
    }

    private Instant instant() {
        if (at == null) {
            return Instant.now();
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new WrongUseException(
                    "'" + at + "' is no time with an offset. Write 2026-12-24T10:00+01:00, or" + " 2026-12-24T09:00Z.");
        }
    }
}
