package io.stellwerk.server.imports;

import io.stellwerk.connector.crm.csv.ImportProgress;
import io.stellwerk.connector.crm.csv.ImportReport;
import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.console.ImportDesk.Progress;
import io.stellwerk.console.ImportDesk.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import, from its order to its report, beside a server or without one. Runs on one thread, may be watched by any. */
public final class ImportJob implements Runnable, ImportProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final String id = UUID.randomUUID().toString();
    private final Order order;
    private final ImportRun run;
    private final InstantSource clock;
    private final Path quarantine;
    private final Consumer<Progress> watcher;
    private volatile Progress progress;

    /**
     * @param quarantine where rows go that cannot be taken
     * @param watcher told of every step, on the thread that runs the import
     */
    public ImportJob(Order order, Path quarantine, ImportRun run, InstantSource clock, Consumer<Progress> watcher) {
        this.order = order;
        this.run = run;
        this.clock = clock;
        this.quarantine = quarantine;
        this.watcher = watcher;
        this.progress = new Progress(
                id,
                order.kind(),
                State.WAITING,
                clock.instant(),
                Optional.empty(),
                0,
                0,
                0,
                run.live(order.kind()),
                List.of(),
                List.of(),
                "");
    }

    String id() {
        return id;
    }

    public Progress progress() {
        return progress;
    }

    boolean ended() {
        return progress.finishedAt().isPresent();
    }

    /** The rows that were not taken; empty if all were, or the import has not ended. */
    Optional<Path> quarantine() {
        return ended() && Files.exists(quarantine) ? Optional.of(quarantine) : Optional.empty();
    }

    @Override
    public void run() {
        LOG.info("Import of {} for {} begins", order.kind().code(), order.tenant());
        try {
            end(run.run(order, quarantine, this));
        } catch (IOException failed) {
            fail(String.valueOf(failed.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            LOG.error("A fault of ours in an import for {}", order.tenant(), bug);
            fail("A fault of ours: see the server's log. Nothing was changed");
        }
    }

    @Override
    public void at(Step step, long rows, int percent) {
        Progress last = progress;
        progress = new Progress(
                id,
                last.kind(),
                State.RUNNING,
                last.startedAt(),
                Optional.empty(),
                rows,
                0,
                0,
                last.live(),
                List.of(),
                List.of(),
                "");
        watcher.accept(progress);
    }

    private void end(ImportReport report) {
        List<String> notes = new ArrayList<>(report.notes());
        report.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(reason -> notes.add(reason.getKey() + " in " + reason.getValue() + " rows"));
        State state = switch (report.outcome()) {
            case PUBLISHED -> State.PUBLISHED;
            case HELD_BACK -> State.HELD_BACK;
            case REFUSED -> State.FAILED;
        };
        finish(
                state,
                report.rows(),
                report.accepted(),
                report.quarantined(),
                report.unknownColumns(),
                notes,
                String.join(" ", report.explanations()));
        LOG.info(
                "Import of {} for {} ended: {}, {} rows read, {} good, {} in quarantine, {} ms",
                order.kind().code(),
                order.tenant(),
                state.code(),
                report.rows(),
                report.accepted(),
                report.quarantined(),
                report.took().toMillis());
    }

    private void fail(String problem) {
        LOG.warn("Import of {} for {} failed: {}", order.kind().code(), order.tenant(), problem);
        finish(State.FAILED, progress.rowsRead(), 0, 0, List.of(), List.of(), problem);
    }

    private void finish(
            State state,
            long rows,
            long good,
            long quarantined,
            List<String> ignoredColumns,
            List<String> notes,
            String problem) {
        Instant now = clock.instant();
        progress = new Progress(
                id,
                order.kind(),
                state,
                progress.startedAt(),
                Optional.of(now),
                rows,
                good,
                quarantined,
                run.live(order.kind()),
                ignoredColumns,
                notes,
                problem);
        watcher.accept(progress);
    }
}
