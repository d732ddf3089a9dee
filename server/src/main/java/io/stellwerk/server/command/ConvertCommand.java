package io.stellwerk.server.command;

import io.stellwerk.rules.convert.TableConverter;
import io.stellwerk.rules.convert.TableFormat;
import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.FolderReader;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.table.TableSheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tables from one format into another. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Turns decision tables from one format into another: CSV, canonical JSON, Excel workbooks, DMN 1.1 to 1.5,",
            "and from the classic spreadsheets of Drools (RuleSet, RuleTable; .xlsx or .csv).",
            "The rule set tells the facts; its own rules are not looked at. Nothing in a file is calculated or run."
        },
        footer = {
            "",
            "Exits with 1, and writes nothing, if something cannot be said in the other format; with --partial the rest",
            "is written.",
            "",
            "Example:",
            "  stellwerk convert pricing.xlsx --rule-set nordlicht --to csv --output nordlicht/rules/20-pricing.csv"
        })
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The tables: .csv, .json, .xlsx, .dmn or .xml.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path file;

    @Option(
            names = "--rule-set",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the rule set whose facts the tables use.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path folder;

    @Option(names = "--to", paramLabel = "FORMAT", description = "csv, json, xlsx or dmn. Default: ${DEFAULT-VALUE}.")
    private TableFormat format = TableFormat.CSV;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Where to write. Default: FILE with the end of its format. CSV and JSON have one table a file, so several are numbered.")
    private @Nullable Path output;

    @Option(names = "--partial", description = "Write what can be said, without the rows that cannot.")
    private boolean partial;

    @Option(names = "--force", description = "Replace files that are there.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        RuleSetDraft draft = draft();
        List<Finding> unsound = draft.findings().stream()
                .filter(finding -> !finding.place().file().startsWith("rules/"))
                .toList();
        if (RuleSetFolder.hasErrors(unsound)) {
            new FindingsText(out).print(folder.toString(), unsound);
            return ExitCode.FINDINGS;
        }
        Findings findings = new Findings();
        TableConverter converter = new TableConverter(
                new DrlScope(draft.dictionary(), Set.of(), true, draft.tenant().zone()), findings);
        List<TableSheet> tables = converter.read(name(), content());
        Map<Path, byte[]> files = contents(converter, tables);
        boolean clean = Findings.publishable(findings.sorted());
        if (!findings.sorted().isEmpty()) {
            new FindingsText(out).print(file.toString(), findings.sorted());
        }
        if (!files.isEmpty() && (clean || partial)) {
            write(files);
            files.keySet().forEach(path -> out.println("Written: " + path));
        }
        return clean ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private RuleSetDraft draft() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongUseException("'" + folder + "' is no folder. Name the folder of a rule set.");
        }
        return FolderReader.read(RuleSetFiles.ofFolder(folder));
    }

    private String name() {
        String name = String.valueOf(file.getFileName());
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(?:csv|json|xlsx|dmn|xml)")) {
            throw new WrongUseException("'" + name + "' is not read: take a file .csv, .json, .xlsx, .dmn or .xml.");
        }
        return name;
    }

    private byte[] content() throws IOException {
        if (Files.size(file) > RuleSetFiles.LARGEST_FILE) {
            throw new WrongUseException(
                    "'" + file + "' has more than " + (RuleSetFiles.LARGEST_FILE >> 20) + " MiB. Split it.");
        }
        return Files.readAllBytes(file);
    }

    private Map<Path, byte[]> contents(TableConverter converter, List<TableSheet> tables) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        if (tables.isEmpty()) {
            return files;
        } else if (format.many() || tables.size() == 1) {
            files.put(target(""), converter.write(tables, format));
            return files;
        }
        for (int i = 0; i < tables.size(); i++) {
            files.put(target("-" + (i + 1)), converter.write(tables.subList(i, i + 1), format));
        }
        return files;
    }

    private Path target(String number) {
        String end = "." + format.name().toLowerCase(Locale.ROOT);
        Path wanted = output == null ? file : output;
        String name = String.valueOf(wanted.getFileName());
        if (output == null || !number.isEmpty()) {
            String ending = output == null ? end : name.substring(Math.max(0, name.lastIndexOf('.')));
            name = name.replaceFirst("\\.[^.]*$", "") + number + ending;
        }
        return wanted.resolveSibling(name);
    }

    private void write(Map<Path, byte[]> files) throws IOException {
        for (Path path : files.keySet()) {
            if (Files.exists(path) && !force) {
                throw new WrongUseException(
                        "'" + path + "' is there already. Name another by --output, or replace it by --force.");
            }
        }
        for (Map.Entry<Path, byte[]> entry : files.entrySet()) {
            Files.write(entry.getKey(), entry.getValue());
        }
    }
}
