package io.stellwerk.rules.drl;

import java.util.List;

/** How the patterns of a rule are joined. */
sealed interface PatternTree {

    record All(List<PatternTree> parts) implements PatternTree {}

    record Any(List<PatternTree> parts) implements PatternTree {}

    record Not(PatternTree part) implements PatternTree {}

    record Exists(PatternTree part) implements PatternTree {}

    /** @param first index of its first token among those of the conditions */
    record Pattern(int first) implements PatternTree {}
}
