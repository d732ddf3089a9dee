package io.stellwerk.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jazzer runs each target in a process of its own, from the seeds in {@code src/test/resources/fuzz}: some seconds in every
 * build, five minutes in the full set. What it found lies among the seeds and is tried first.
 */
class FuzzingTest {

    private static final Path SEEDS = Path.of("src/test/resources/fuzz");

    @TempDir
    private Path folder;

    static Stream<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.walk(SEEDS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_known_to_be_awkward_is_read_or_told_to_be_wrong(Path seed) throws IOException {
        byte[] input = Files.readAllBytes(seed);
        switch (seed.getParent().getFileName().toString()) {
            case "drl" -> DrlTarget.fuzzerTestOneInput(input);
            case "cell" -> CellTarget.fuzzerTestOneInput(input);
            case "csv" -> CsvTarget.fuzzerTestOneInput(input);
            case "workbook" -> WorkbookTarget.fuzzerTestOneInput(input);
            default -> throw new IllegalStateException("No target for " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drl", "Cell", "Csv", "Workbook"})
    void some_seconds_of_fuzzing_find_nothing(String target) throws Exception {
        fuzz(target, 6);
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(strings = {"Drl", "Cell", "Csv", "Workbook"})
    void five_minutes_of_fuzzing_find_nothing(String target) throws Exception {
        fuzz(target, 300);
    }

    private void fuzz(String target, int seconds) throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Path output = folder.resolve("output.txt");
        Process jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Xss512k",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=io.stellwerk.rules.fuzz." + target + "Target",
                        "--instrumentation_includes=io.stellwerk.rules.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=60",
                        "-rss_limit_mb=3000",
                        "-max_len=20000",
                        corpus.toString(),
                        SEEDS.resolve(target.toLowerCase(Locale.ROOT)).toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jazzer.waitFor(seconds + 240L, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(output);
            assertThat(jazzer.exitValue()).as(said).isZero();
            assertThat(said).contains("DONE");
        } finally {
            jazzer.destroyForcibly();
        }
    }
}
