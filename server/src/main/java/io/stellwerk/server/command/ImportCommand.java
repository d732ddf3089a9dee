package io.stellwerk.server.command;

import io.stellwerk.console.ImportDesk.Kind;
import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.console.ImportDesk.Progress;
import io.stellwerk.console.ImportDesk.State;
import io.stellwerk.server.config.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes customers and people in, beside a running server or without one. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Replaces a tenant's customers, or its directory of people, by those of a CSV file.",
            "Either through the management port of a running server (--server), or offline on its data directory",
            "(--config, or --data with --rule-set); no server may be using it then."
        },
        footer = {
            "",
            "Rows that cannot be taken go to FILE.quarantine.csv with their reasons; the good ones go live.",
            "Exits with 1 if there are such rows, or if the import was held back or failed.",
            "",
            "Example:",
            "  stellwerk import --tenant nordlicht --customers kunden.csv --map \"Kd-Nr=id\" --server http://127.0.0.1:8081"
        })
final class ImportCommand implements Callable<Integer> {

    @Option(names = "--tenant", required = true, paramLabel = "ID", description = "Whose customers these are.")
    private String tenant = "";

    @Option(names = "--customers", paramLabel = "FILE", description = "CSV file of all customers.")
    private @Nullable Path customers;

    @Option(names = "--people", paramLabel = "FILE", description = "CSV file of all people.")
    private @Nullable Path people;

    @Option(
            names = "--map",
            paramLabel = "HEADING=FIELD",
            description = "A column that is called otherwise than its field; as often as needed.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(names = "--confirm", description = "Also if fewer than half of the customers would be left.")
    private boolean confirm;

    @Option(names = "--server", paramLabel = "URL", description = "Management port of a running server.")
    private @Nullable URI server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Token of the management API. Default: the variable STELLWERK_TOKEN.")
    private @Nullable String token = System.getenv("STELLWERK_TOKEN");

    @Option(names = "--config", paramLabel = "FILE", description = "Offline: the server's configuration.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Offline: the data directory.")
    private @Nullable Path data;

    @Option(names = "--rule-set", paramLabel = "DIR", description = "Offline with --data: the tenant's rule set.")
    private @Nullable Path ruleSet;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, ConfigurationException, InterruptedException {
        if (customers == null && people == null) {
            throw new WrongUseException("Name what to import: --customers FILE, --people FILE, or both.");
        }
        try (ImportRoute route = route()) {
            boolean fine = run(route, Kind.PEOPLE, people);
            fine &= run(route, Kind.CUSTOMERS, customers);
            return fine ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }

    /** People come first: rules that lead to them are needed as soon as the customers are there. */
    private boolean run(ImportRoute route, Kind kind, @Nullable Path file) throws IOException, InterruptedException {
        if (file == null) {
            return true;
        }
        if (!Files.isReadable(file)) {
            throw new WrongUseException("'" + file + "' cannot be read. Name a CSV file.");
        }
        PrintWriter out = spec.commandLine().getOut();
        Path quarantine = file.resolveSibling(file.getFileName() + ".quarantine.csv");
        Map<String, String> mapped = kind == Kind.CUSTOMERS ? mapping : Map.of();
        ImportReportText text = new ImportReportText(out, spec.commandLine().getErr(), quarantine);
        Progress ended = route.run(new Order(tenant, kind, file, mapped, confirm), quarantine, text::progress);
        text.report(ended);
        return ended.state() == State.PUBLISHED && ended.rowsQuarantined() == 0;
    }

    private ImportRoute route() throws IOException, ConfigurationException {
        boolean offline = config != null || data != null;
        if (offline == (server != null)) {
            throw new WrongUseException(
                    "Name either --server URL, or offline --config FILE or --data DIR --rule-set DIR.");
        }
        if (server != null) {
            return new ServerImport(server, Optional.ofNullable(token));
        }
        if (config != null) {
            return OfflineImport.open(ServeCommand.configuration(config), tenant);
        }
        if (data == null || ruleSet == null) {
            throw new WrongUseException("--data needs --rule-set: the rule set says which attributes customers have.");
        }
        return OfflineImport.open(data, ruleSet, tenant);
    }
}
