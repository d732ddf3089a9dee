package io.stellwerk.rules.explain;

import io.stellwerk.engine.decision.RuleId;

/**
 * A rule with its place.
 *
 * @param table the name of the decision table; empty for a rule of a DRL file
 * @param line where it stands in its file, from 1; 0 if that is not known
 */
public record RuleRef(RuleId id, String table, int line) {

    static RuleRef unplaced(RuleId id) {
        return new RuleRef(id, "", 0);
    }

    public String file() {
        return id.file();
    }

    /** The row's id, or the rule's name. */
    public String name() {
        return id.rule();
    }

    /** {@code rules/offers.csv#row-7:12}, with its line at the end. */
    @Override
    public String toString() {
        return id + (line > 0 ? ":" + line : "");
    }
}
