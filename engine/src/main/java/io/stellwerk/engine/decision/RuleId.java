package io.stellwerk.engine.decision;

/**
 * Where a rule stands.
 *
 * @param file its file's name within the rule set
 * @param rule the row's stable id, or the rule's name
 */
public record RuleId(String file, String rule) {

    /** As in answers and logs: {@code offers.csv#row-7}. */
    @Override
    public String toString() {
        return file + "#" + rule;
    }
}
