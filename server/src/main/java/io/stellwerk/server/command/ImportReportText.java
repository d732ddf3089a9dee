package io.stellwerk.server.command;

import io.stellwerk.console.ImportDesk.Progress;
import io.stellwerk.console.ImportDesk.State;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** An import for people: its progress to one stream, its report to another. */
final class ImportReportText {

    private static final long STEP = 100_000;

    private final PrintWriter out;
    private final PrintWriter news;
    private final Path quarantine;
    private long told;

    ImportReportText(PrintWriter out, PrintWriter news, Path quarantine) {
        this.out = out;
        this.news = news;
        this.quarantine = quarantine;
    }

    void progress(Progress progress) {
        if (progress.finishedAt().isEmpty() && progress.rowsRead() >= told + STEP) {
            told = progress.rowsRead();
            news.println(String.format(
                    Locale.ROOT, "%s: %,d rows read ...", progress.kind().code(), told));
        }
    }

    void report(Progress ended) {
        out.println(String.format(
                Locale.ROOT,
                "%s: %s. %,d rows read, %,d good, %,d in quarantine; %,d live now.",
                ended.kind().code(),
                ended.state().code(),
                ended.rowsRead(),
                ended.rowsGood(),
                ended.rowsQuarantined(),
                ended.live()));
        if (!ended.problem().isEmpty()) {
            out.println("  " + ended.problem());
        }
        if (ended.state() == State.HELD_BACK) {
            out.println("  Use --confirm if that is meant.");
        }
        ended.notes().forEach(note -> out.println("  " + note));
        if (!ended.ignoredColumns().isEmpty()) {
            out.println("  ignored columns: " + String.join(", ", ended.ignoredColumns()));
        }
        if (ended.rowsQuarantined() > 0) {
            out.println("  see " + quarantine);
        }
    }
}
