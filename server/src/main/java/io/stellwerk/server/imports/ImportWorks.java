package io.stellwerk.server.imports;

import io.stellwerk.console.ImportDesk;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.server.tenant.TenantFiles;
import io.stellwerk.server.tenant.TenantHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs imports beside the calls: one a tenant at a time, few at once, so that calls keep the machine. */
public final class ImportWorks implements ImportDesk, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorks.class);
    private static final int AT_ONCE = 2;
    private static final int REMEMBERED = 20;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final TenantHouse house;
    private final NumberPlan numberPlan;
    private final InstantSource clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });
    /** The last ones of each tenant, newest last. */
    private final Map<String, Deque<ImportJob>> jobs = new HashMap<>();

    public ImportWorks(TenantHouse house, NumberPlan numberPlan, InstantSource clock) throws IOException {
        this.house = house;
        this.numberPlan = numberPlan;
        this.clock = clock;
        for (TenantFiles files : house.files()) {
            sweep(files.imports());
        }
    }

    /** What imports left behind that the last run of the server did not end. */
    private static void sweep(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public Optional<Path> newUpload(String tenant) throws IOException {
        Optional<TenantFiles> files = house.files(tenant);
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.createTempFile(files.get().imports(), "upload-", ".csv"));
    }

    @Override
    public synchronized Acceptance begin(Order order) {
        Deque<ImportJob> ofTenant = jobs.computeIfAbsent(order.tenant(), tenant -> new ArrayDeque<>());
        ImportJob last = ofTenant.peekLast();
        if (last != null && !last.ended()) {
            discard(order.file());
            return new Acceptance.Busy(last.progress());
        }
        Path quarantine = order.file().resolveSibling(order.file().getFileName() + ".quarantine.csv");
        ImportJob job = new ImportJob(order, quarantine, run(order.tenant()), clock, progress -> {});
        ofTenant.addLast(job);
        if (ofTenant.size() > REMEMBERED) {
            ofTenant.removeFirst().quarantine().ifPresent(ImportWorks::discard);
        }
        workers.execute(() -> {
            job.run();
            discard(order.file());
        });
        return new Acceptance.Begun(job.progress());
    }

    /** Personal data does not lie about longer than it is needed. */
    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.warn("{} could not be deleted: {}", file, left.toString());
        }
    }

    private ImportRun run(String tenant) {
        TenantSettings settings =
                house.served().tenant(tenant).orElseThrow().ruleSet().tenant();
        return new ImportRun(house.customers(tenant).orElseThrow(), settings, numberPlan);
    }

    @Override
    public Optional<Progress> progress(String tenant, String importId) {
        return job(tenant, importId).map(ImportJob::progress);
    }

    @Override
    public Optional<Path> quarantine(String tenant, String importId) {
        return job(tenant, importId).flatMap(ImportJob::quarantine);
    }

    private synchronized Optional<ImportJob> job(String tenant, String importId) {
        Deque<ImportJob> ofTenant = jobs.getOrDefault(tenant, new ArrayDeque<>());
        return ofTenant.stream().filter(job -> job.id().equals(importId)).findFirst();
    }

    /** Stops what is running: nothing of it goes live. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
