package io.stellwerk.samples;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CSV with semicolons, quoted as in RFC 4180 where a field needs it, lines ended by a line feed. */
final class Csv {

    private Csv() {}

    static String of(List<String> heading, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(heading), rows).map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(";", "", "\n"));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
