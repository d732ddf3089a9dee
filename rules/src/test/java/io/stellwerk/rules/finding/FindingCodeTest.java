package io.stellwerk.rules.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingCodeTest {

    @Test
    void every_finding_is_documented_with_its_severity_meaning_and_remedy() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/findings.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line ->
                        line.replaceFirst("^\\| `([a-z0-9-]+)` \\| (error|warning) \\| [^|]+ \\| [^|]+ \\|$", "$1 $2"))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Stream.of(FindingCode.values())
                        .map(code -> code.slug() + " " + code.severity().name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
