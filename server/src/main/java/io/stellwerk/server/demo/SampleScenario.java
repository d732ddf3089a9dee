package io.stellwerk.server.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A call at a certain moment.
 *
 * @param outOfService targets that take no calls meanwhile
 */
record SampleScenario(Instant at, Set<String> outOfService, SampleCall call) {

    static List<SampleScenario> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                CSVParser rows = CSVParser.parse(text, SampleCall.FORMAT)) {
            return rows.stream().map(SampleScenario::of).toList();
        }
    }

    private static SampleScenario of(CSVRecord row) {
        Set<String> outOfService = Stream.of(row.get("outOfService").split(","))
                .map(String::trim)
                .filter(target -> target.matches("[a-z][a-z0-9:-]*"))
                .collect(Collectors.toUnmodifiableSet());
        SampleCall call = new SampleCall(row.get("scenario"), row.get("called"), row.get("calling"), "", "", "", "");
        return new SampleScenario(OffsetDateTime.parse(row.get("at")).toInstant(), outOfService, call);
    }
}
