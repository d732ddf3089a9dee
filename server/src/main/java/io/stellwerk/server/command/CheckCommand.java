package io.stellwerk.server.command;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.console.FindingJson;
import io.stellwerk.console.WitnessJson;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.check.Gaps;
import io.stellwerk.rules.check.Gaps.Gap;
import io.stellwerk.rules.finding.Finding;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All findings of a rule-set folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds everything that is wrong with a rule set, each with its place and remedy.",
        footer = {"", "Exits with 1 if there are errors, with --strict also if there are warnings."})
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the rule set.")
    private Path folder = Path.of(".");

    @Option(names = "--format", description = "text, json or sarif. Default: ${DEFAULT-VALUE}.", paramLabel = "FORMAT")
    private Output format = Output.TEXT;

    @Option(
            names = "--gaps",
            description = "Tell for each hotline a call that no rule decides, if there is one; not with sarif.")
    private boolean gaps;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        JollydayHolidays holidays = new JollydayHolidays();
        Compilation compilation = RuleSetFolder.compile(folder, holidays);
        List<Finding> findings = compilation.findings();
        List<Gap> found = compilation
                .source()
                .filter(source -> gaps)
                .map(source -> Gaps.of(source, holidays, new LibPhoneNumberPlan()))
                .orElse(List.of());
        print(compilation, findings, found, spec.commandLine().getOut());
        boolean refused = RuleSetFolder.hasErrors(findings) || (strict && !findings.isEmpty());
        return refused ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private void print(Compilation compilation, List<Finding> findings, List<Gap> found, PrintWriter out) {
        switch (format) {
            case JSON -> out.println(json(findings, found).encodePrettily());
            case SARIF -> out.println(Sarif.of(findings).encodePrettily());
            case TEXT -> {
                new FindingsText(out).print(folder, findings);
                compilation
                        .ruleSet()
                        .filter(ruleSet -> findings.isEmpty())
                        .ifPresent(ruleSet -> out.println(size(ruleSet)));
                printGaps(found, out);
            }
        }
    }

    private JsonObject json(List<Finding> findings, List<Gap> found) {
        JsonObject json = new JsonObject().put("findings", FindingJson.of(findings));
        if (gaps) {
            JsonArray array = new JsonArray();
            found.forEach(gap -> array.add(
                    new JsonObject().put("hotline", gap.hotline().id()).put("witness", WitnessJson.of(gap.witness()))));
            json.put("gaps", array);
        }
        return json;
    }

    private void printGaps(List<Gap> found, PrintWriter out) {
        if (gaps) {
            out.println();
            out.println(
                    found.isEmpty()
                            ? "Every call is decided by a rule."
                            : "No rule decides these calls, among others:");
            for (Gap gap : found) {
                out.println("  " + gap.hotline().id());
                out.println("           " + RouteLine.of(folder.toString(), gap.witness()));
            }
        }
    }

    private static String size(RuleSet ruleSet) {
        return ruleSet.hotlines().size() + " hotlines, " + ruleSet.plans().size() + " plans, "
                + ruleSet.targets().size() + " targets, " + ruleSet.calendars().size() + " calendars";
    }
}
