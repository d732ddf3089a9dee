package io.stellwerk.rules.read;

import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.value.CellProblem;
import java.util.List;
import java.util.Optional;

/**
 * What became of the text of a cell.
 *
 * @param cell empty if the text cannot be read; there also if only its values are not known
 */
public record CellReading(Optional<Cell> cell, List<CellProblem> problems) {

    public CellReading {
        problems = List.copyOf(problems);
    }
}
