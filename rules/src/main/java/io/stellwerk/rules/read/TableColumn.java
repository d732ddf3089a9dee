package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads the cells of a condition column; a text that comes again is read once. */
final class TableColumn {

    private final Condition condition;
    private final CellReader reader;
    private final Findings findings;
    private final Map<String, Cell> read = new HashMap<>();

    TableColumn(Condition condition, TableScope scope) {
        this.condition = condition;
        this.reader = scope.cellReader(condition.fact(), condition.operator());
        this.findings = scope.findings();
    }

    Condition condition() {
        return condition;
    }

    /**
     * @param place of the character at an index of the text
     * @return a cell that matches anything, with a finding, if the text cannot be read
     */
    Cell read(String text, IntFunction<Place> place) {
        Cell known = read.get(text);
        if (known != null) {
            return known;
        }
        CellReading reading = reader.read(text);
        reading.problems()
                .forEach(problem -> findings.add(
                        problem.code().at(place.apply(problem.at()), problem.message(), problem.remedy())));
        Optional<Cell> cell = reading.cell();
        if (cell.isPresent() && reading.problems().isEmpty()) {
            read.put(text, cell.get());
        }
        return cell.orElse(Cell.ANY);
    }
}
