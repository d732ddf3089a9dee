package io.stellwerk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.TableNumberPlan;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.read.RuleSetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder beside the base replaces some of its files, and says in expected.txt what is then to be found. */
class RuleSetFolderTest {

    private static final Path FOLDERS = Path.of("src/test/resources/rulesets");
    private static final String EXPECTED = "expected.txt";
    private static final String ABSENT = "absent.txt";

    private static final Holidays HOLIDAYS = new Holidays() {
        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return day.getMonthValue() == 12 && day.getDayOfMonth() == 25;
        }

        @Override
        public boolean knows(String region) {
            return region.startsWith("DE");
        }
    };

    private static final NumberPlan NUMBERS = new TableNumberPlan();

    @Test
    void a_rule_set_without_defects_compiles_without_findings() throws IOException {
        Compilation compilation =
                RuleSets.compile(RuleSetFiles.ofFolder(FOLDERS.resolve("base")), HOLIDAYS, NUMBERS, 7);

        assertThat(compilation.findings()).isEmpty();
        assertThat(compilation.ruleSet()).isPresent();
        assertThat(compilation.ruleSet().orElseThrow().version()).isEqualTo(7);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void each_defect_is_found_with_its_place_and_remedy(String folder) throws IOException {
        RuleSetFiles files = overlaid(FOLDERS.resolve(folder));
        String expected = Files.readString(FOLDERS.resolve(folder).resolve(EXPECTED));

        Compilation compilation = RuleSets.compile(files, HOLIDAYS, NUMBERS, 1);

        String found =
                compilation.findings().stream().map(Finding::toString).collect(Collectors.joining("\n", "", "\n"));
        // To be read, and then copied over the expected ones, when messages change on purpose.
        Files.writeString(Files.createDirectories(Path.of("target/rulesets")).resolve(folder + ".txt"), found);
        assertThat(found).isEqualTo(expected);
        assertThat(compilation.ruleSet().isPresent()).isEqualTo(!expected.contains("error "));
    }

    static Stream<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("base"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static RuleSetFiles overlaid(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(contents(FOLDERS.resolve("base")));
        Map<String, byte[]> own = contents(folder);
        own.remove(EXPECTED);
        byte[] absent = own.remove(ABSENT);
        files.putAll(own);
        if (absent != null) {
            new String(absent, StandardCharsets.UTF_8).lines().forEach(files::remove);
        }
        return RuleSetFiles.of(files);
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return contents;
    }
}
