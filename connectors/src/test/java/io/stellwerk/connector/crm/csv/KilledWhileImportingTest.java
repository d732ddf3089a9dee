package io.stellwerk.connector.crm.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.connector.store.mapdb.DirectoryInUseException;
import io.stellwerk.connector.store.mapdb.GenerationInfo;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWhileImportingTest {

    private static final int KILLS = 20;
    private static final int CUSTOMERS = 3_000;
    private static final int LONGEST_LIFE_MILLIS = 400;

    @TempDir
    Path folder;

    @Test
    void after_every_kill_the_last_complete_generation_serves() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("killing with seed " + seed);
        Random random = new Random(seed);
        long acknowledged = 0;
        long killedAmidWork = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String release = "release-" + kill;
            Process importing = start(csv(release));

            // Every other one may finish an import first, so that there is something to lose on a slow machine too.
            long published = killAfter(importing, kill % 2, random.nextInt(LONGEST_LIFE_MILLIS));
            acknowledged = Math.max(acknowledged, published);

            killedAmidWork += leftovers();
            String what = "kill %d of seed %d".formatted(kill, seed);
            try (MapDbCustomerDirectory directory = open()) {
                assertThat(directory.brokenGenerations()).as(what).isEmpty();
                long served = directory
                        .customersServed()
                        .map(GenerationInfo::generation)
                        .orElse(0L);
                assertThat(served).as(what).isBetween(acknowledged, acknowledged + 1);
                servesOneRelease(directory, served, what);
                acknowledged = served;
            }
        }
        assertThat(acknowledged).as("generations in all, seed %d", seed).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(killedAmidWork).as("kills amid an import, seed %d", seed).isPositive();
    }

    @Test
    void while_another_process_has_the_folder_it_cannot_be_opened() throws Exception {
        Process importing = start(csv("release"));
        try (BufferedReader said = importing.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");

            assertThatThrownBy(this::open)
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessageContaining("process " + importing.pid());
        } finally {
            importing.destroyForcibly().waitFor();
        }
        open().close();
    }

    private void servesOneRelease(MapDbCustomerDirectory directory, long served, String what) {
        if (served == 0) {
            return; // killed before the first import was through
        }
        String release = directory.customer("K0").orElseThrow().name();
        for (int i = 0; i < CUSTOMERS; i++) {
            assertThat(directory.find(new PhoneNumber(4930_000_000L + i)).candidates())
                    .as(what)
                    .singleElement()
                    .extracting(CustomerProfile::id, CustomerProfile::name)
                    .containsExactly("K" + i, release);
        }
    }

    /** Answers the last generation that the process said was live, 0 if none. */
    private static long killAfter(Process importing, int imports, int millis) throws Exception {
        try (BufferedReader said = importing.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");
            long live = 0;
            for (int i = 0; i < imports; i++) {
                live = generation(said.readLine());
            }
            importing.waitFor(millis, TimeUnit.MILLISECONDS);
            assertThat(importing.isAlive()).isTrue();
            importing.toHandle().destroyForcibly(); // unlike the process itself it leaves the pipe open
            importing.waitFor();
            return said.lines()
                    .filter(line -> line.matches("live \\d+"))
                    .mapToLong(KilledWhileImportingTest::generation)
                    .max()
                    .orElse(live);
        } finally {
            importing.destroyForcibly();
        }
    }

    private static long generation(String line) {
        assertThat(line).startsWith("live ");
        return Long.parseLong(line.substring("live ".length()));
    }

    private long leftovers() throws IOException {
        try (var files = Files.list(folder.resolve("nordlicht"))) {
            return files.filter(file -> file.toString().endsWith(".building")).count();
        }
    }

    private Process start(Path csv) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessImport.class.getName(),
                        folder.resolve("nordlicht").toString(),
                        csv.toString()))
                .redirectErrorStream(true)
                .start();
    }

    private Path csv(String release) throws IOException {
        return Files.writeString(
                folder.resolve("customers.csv"),
                IntStream.range(0, CUSTOMERS)
                        .mapToObj(i -> "K" + i + ";" + release + ";+" + (4930_000_000L + i) + "\n")
                        .collect(Collectors.joining("", "id;name;numbers\n", "")));
    }

    private MapDbCustomerDirectory open() throws IOException {
        return MapDbCustomerDirectory.open(folder.resolve("nordlicht"), InstantSource.system());
    }
}
