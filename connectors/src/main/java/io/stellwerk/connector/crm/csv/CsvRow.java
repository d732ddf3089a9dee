package io.stellwerk.connector.crm.csv;

import java.util.List;
import java.util.Optional;

/**
 * A row as it stands in the file.
 *
 * @param line on which it begins, from 1
 * @param text the row itself, with the line breaks in its cells
 * @param damage why it has no cells, if it has none
 */
record CsvRow(long line, String text, List<String> cells, Optional<RowProblem> damage) {

    static CsvRow damaged(long line, String text, QuarantineReason reason, String message) {
        return new CsvRow(line, text, List.of(), Optional.of(new RowProblem("", reason, message)));
    }
}
