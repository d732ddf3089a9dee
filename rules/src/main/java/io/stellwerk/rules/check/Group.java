package io.stellwerk.rules.check;

import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Phase;
import java.util.Optional;

/**
 * What is asked in one go: a table, or a DRL rule alone.
 *
 * @param file of the table or rule
 * @param line where the rule stands; 0 for a table, which is its file
 * @param table empty for a DRL rule
 */
record Group(Phase phase, int salience, String file, int line, Optional<DecisionTable> table) {}
