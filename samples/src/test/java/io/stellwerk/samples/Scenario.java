package io.stellwerk.samples;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A line of {@code scenarios.csv}. What is not expected is empty.
 *
 * @param outOfService targets that cannot take calls
 * @param expectedTargets all of them, in order of trial
 * @param expectedRule {@code file#row}; empty if no rule decides
 * @param expectedReason of a default route or a refusal
 */
record Scenario(
        String name,
        Instant at,
        String called,
        String calling,
        Set<String> outOfService,
        String expectedPlan,
        List<String> expectedTargets,
        String expectedRule,
        String expectedReason,
        List<String> expectedSegments,
        List<String> expectedAnnouncements) {

    private static final Pattern COMMA = Pattern.compile(", *");

    static List<Scenario> all() {
        return records(Path.of("nordlicht-data", "scenarios.csv")).stream()
                .map(Scenario::of)
                .toList();
    }

    static List<CSVRecord> records(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVParser.parse(reader, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario of(CSVRecord row) {
        return new Scenario(
                row.get("scenario"),
                OffsetDateTime.parse(row.get("at")).toInstant(),
                row.get("called"),
                row.get("calling"),
                Set.copyOf(texts(row.get("outOfService"))),
                row.get("expectedPlan"),
                texts(row.get("expectedTargets")),
                row.get("expectedRule"),
                row.get("expectedReason"),
                texts(row.get("expectedSegments")),
                texts(row.get("expectedAnnouncements")));
    }

    private static List<String> texts(String cell) {
        return cell.isEmpty() ? List.of() : COMMA.splitAsStream(cell).toList();
    }

    /** As JUnit shows it. */
    @Override
    public String toString() {
        return name;
    }
}
