package io.stellwerk.rules.check;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.space.Condition;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Phase;

/**
 * A row of a table or a rule of a DRL file that is switched on.
 *
 * @param part the table or rule that it is of
 * @param condition what it asks
 * @param works what must be true that it does what it says: beside the condition, that the facts in its plan lead to one
 * @param sure whether it does so whenever its condition is true
 */
record Clause(RuleId id, Place place, Part part, Condition condition, Condition works, Action action, boolean sure) {

    /** As messages name it: {@code row 'a' in line 3}, with its file if that is another. */
    String name(String fromFile) {
        String kind = part instanceof Part.OfTable ? "row '" : "rule '";
        return kind + id.rule() + "' in line " + place.line() + (id.file().equals(fromFile) ? "" : " of " + id.file());
    }

    Phase phase() {
        return part instanceof Part.OfTable of
                ? of.table().phase()
                : ((Part.OfRule) part).rule().phase();
    }

    Formula formula() {
        return condition.formula();
    }
}
