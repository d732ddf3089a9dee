package io.stellwerk.connector.crm.csv;

import io.stellwerk.connector.crm.csv.ImportReport.Outcome;
import io.vertx.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One import: reads a file row by row in bounded memory, and publishes what came of it, or does not. One thread. */
final class CsvImport {

    private static final int ROWS_BETWEEN_NEWS = 10_000;

    private final Path csv;
    private final ImportOptions options;
    private final ImportProgress progress;
    private final ImportTarget target;
    private final Quarantine quarantine;
    private final long started = System.nanoTime();
    private String readAs = "";
    private List<String> unknownColumns = List.of();
    private long rows;

    private CsvImport(
            Path csv, ImportOptions options, ImportProgress progress, ImportTarget target, Quarantine quarantine) {
        this.csv = csv;
        this.options = options;
        this.progress = progress;
        this.target = target;
        this.quarantine = quarantine;
    }

    /**
     * @throws InterruptedIOException if the thread is interrupted; nothing is changed then
     * @throws IllegalStateException on an event loop, which it would hold up
     */
    static ImportReport run(Path csv, ImportOptions options, ImportProgress progress, ImportTarget target)
            throws IOException {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("An import must not run on an event loop");
        }
        try (Quarantine quarantine = new Quarantine(options.quarantineFile())) {
            return new CsvImport(csv, options, progress, target, quarantine).run();
        }
    }

    private ImportReport run() throws IOException {
        try {
            read(TextEncoding.of(csv));
        } catch (UnreadableFileException unreadable) {
            return report(Outcome.REFUSED, unreadable.problems(), OptionalLong.empty());
        }
        if (target.accepted() * 2 < target.served() && !options.confirmed()) {
            String why =
                    "The file has %,d good rows, and %,d are served now: fewer than half would be left. Nothing was"
                                    .formatted(target.accepted(), target.served())
                            + " changed; if that is meant, import it again and confirm";
            return report(Outcome.HELD_BACK, List.of(why), OptionalLong.empty());
        }
        progress.at(ImportProgress.Step.WRITING, rows, 100);
        return report(Outcome.PUBLISHED, List.of(), OptionalLong.of(target.publish()));
    }

    private void read(TextEncoding encoding) throws IOException, UnreadableFileException {
        try (InputStream file = Files.newInputStream(csv);
                CountingInput counted = new CountingInput(file, Math.max(1, Files.size(csv)))) {
            counted.skipNBytes(encoding.markLength());
            CsvLines lines = new CsvLines(new InputStreamReader(counted, encoding.charset()));
            char separator = separator(lines);
            readAs = encoding.charset().name() + ", separator " + Separator.name(separator);
            CsvRows all = new CsvRows(lines, separator);
            Heading heading = heading(all.next());
            unknownColumns = heading.unknown();
            for (CsvRow row = all.next(); row != null; row = all.next()) {
                take(new FieldRow(heading, row), counted.percent());
            }
        }
    }

    /** From the first line that is not empty; {@code sep=;}, by which spreadsheets are told, is passed over. */
    private static char separator(CsvLines lines) throws IOException {
        CsvLines.Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return Separator.of("");
        }
        if (line.text().startsWith("sep=") && line.text().length() == 5) {
            return line.text().charAt(4);
        }
        lines.giveBack(List.of(line));
        return Separator.of(line.text());
    }

    private Heading heading(@Nullable CsvRow first) throws UnreadableFileException {
        if (first == null) {
            throw new UnreadableFileException(List.of("The file is empty: its first line must name the columns"));
        }
        if (first.damage().isPresent()) {
            throw new UnreadableFileException(List.of("The heading on line " + first.line() + " cannot be read: "
                    + first.damage().get().message()));
        }
        return Heading.read(first.cells(), target.fields(), target.needed(), options.mapping());
    }

    private void take(FieldRow row, int percent) throws IOException {
        if (row.row().damage().isEmpty() && row.row().cells().stream().allMatch(String::isBlank)) {
            return; // what spreadsheets leave of rows that were deleted
        }
        rows++;
        if (row.isReadable()) {
            target.take(row);
        }
        if (!row.isGood()) {
            quarantine.add(row.row(), row.problems());
        }
        if (rows % ROWS_BETWEEN_NEWS == 0) {
            progress.at(ImportProgress.Step.READING, rows, percent);
            if (Thread.interrupted()) {
                throw new InterruptedIOException("The import was stopped after " + rows + " rows; nothing was changed");
            }
        }
    }

    private ImportReport report(Outcome outcome, List<String> explanations, OptionalLong generation) {
        return new ImportReport(
                outcome,
                explanations,
                readAs,
                rows,
                target.accepted(),
                target.numbers(),
                target.trunks(),
                quarantine.rows(),
                quarantine.reasons(),
                unknownColumns,
                target.notes(),
                generation,
                quarantine.file(),
                Duration.ofNanos(System.nanoTime() - started));
    }
}
