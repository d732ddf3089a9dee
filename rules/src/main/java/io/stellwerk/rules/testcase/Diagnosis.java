package io.stellwerk.rules.testcase;

import io.stellwerk.rules.explain.Explanation.Derivation;
import io.stellwerk.rules.explain.Explanation.PlacementStep;
import io.stellwerk.rules.explain.RuleRef;
import io.stellwerk.rules.explain.RuleTrial;
import java.util.List;
import java.util.Optional;

/**
 * Why a case came out otherwise than expected: what of its explanation bears on the differences.
 *
 * @param decidedBy empty if no rule decided
 * @param suspects rules that would have led to what was expected, with what became of each
 * @param surplus segments and announcements that were not expected, with the rules that added them
 * @param placement how the plan was placed, if the targets differ
 */
public record Diagnosis(
        Optional<RuleRef> decidedBy,
        List<RuleTrial> suspects,
        List<Derivation> surplus,
        List<PlacementStep> placement) {

    public Diagnosis {
        suspects = List.copyOf(suspects);
        surplus = List.copyOf(surplus);
        placement = List.copyOf(placement);
    }
}
