package io.stellwerk.rules.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.read.CellReader;
import io.stellwerk.rules.read.CellReading;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.write.CellWriter;
import java.util.List;

/** A cell in any column is read or told to be wrong; what was read can be written, and read again is the same. */
final class CellTarget {

    private static final List<FactField> FACTS =
            FuzzedFacts.DICTIONARY.fields().stream().toList();

    private CellTarget() {}

    /** The name that jazzer looks for. The first byte chooses the column. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        FactField fact = FACTS.get(Math.floorMod(input[0], FACTS.size()));
        CellReader reader = new CellReader(fact, ColumnOperator.IS);
        CellReading reading = reader.read(new String(input, 1, input.length - 1, UTF_8));
        if (reading.problems().isEmpty()) {
            Cell cell = reading.cell().orElseThrow();
            String written = new CellWriter(new Condition(fact, ColumnOperator.IS)).write(cell);
            Cell again = reader.read(written).cell().orElseThrow();
            if (!again.terms().equals(cell.terms()) || again.negated() != cell.negated()) {
                throw new IllegalStateException(cell + " was written as " + written + " and read as " + again);
            }
        }
    }
}
