package io.stellwerk.rules.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.read.TableReading;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.write.CsvTableWriter;
import io.stellwerk.rules.write.JsonTableWriter;

/** Any bytes are read as a table or told to be wrong; a sound table can be written, and read again is the same. */
final class CsvTarget {

    private static final String FILE = "rules/a.csv";

    private CsvTarget() {}

    /** The name that jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        TableReading reading = TableReader.read(FILE, input, FuzzedFacts.DICTIONARY);
        FuzzedFacts.usable(reading.findings());
        if (reading.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            reading.tables().forEach(CsvTarget::writeAndRead);
        }
    }

    static void writeAndRead(DecisionTable table) {
        String written = CsvTableWriter.write(table);
        DecisionTable again = TableReader.read(table.file(), written.getBytes(UTF_8), FuzzedFacts.DICTIONARY)
                .table()
                .orElseThrow();
        String before = JsonTableWriter.write(table);
        String after = JsonTableWriter.write(again);
        if (!after.equals(before)) {
            throw new IllegalStateException(before + "\nwas written as\n" + written + "\nand read as\n" + after);
        }
    }
}
