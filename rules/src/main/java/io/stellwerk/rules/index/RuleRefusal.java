package io.stellwerk.rules.index;

import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.formula.FormulaText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out for explanations which of a rule's conditions is the first, as its author wrote them, that a call fails. */
final class RuleRefusal {

    private static final String CALL_AT = "call.at";

    private final UsedFacts facts;
    private final FactValues values;

    RuleRefusal(UsedFacts facts, FactValues values) {
        this.facts = facts;
        this.values = values;
    }

    /** @param rule one that does not match */
    Matching.Refusal of(RuleIndex.Rule rule) {
        Instant at = values.callAt();
        if (rule.from().filter(at::isBefore).isPresent()) {
            return new Matching.Refusal(CALL_AT, "from " + rule.from().get(), at.toString());
        } else if (rule.until().filter(until -> !at.isBefore(until)).isPresent()) {
            return new Matching.Refusal(CALL_AT, "before " + rule.until().get(), at.toString());
        }
        Formula failing = failing(rule.when());
        if (failing == null) {
            throw new IllegalArgumentException("The rule matches: " + FormulaText.of(rule.when()));
        }
        return new Matching.Refusal(fact(failing), FormulaText.condition(failing), actual(failing));
    }

    /** The first condition that fails, as small as can be said of one: alternatives fail as a whole. */
    private @Nullable Formula failing(Formula formula) {
        if (formula instanceof Formula.All all) {
            for (Formula part : all.parts()) {
                Formula failing = failing(part);
                if (failing != null) {
                    return failing;
                }
            }
            return null;
        } else if (formula instanceof Formula.Not not && not.formula() instanceof Formula.Any any) {
            for (Formula part : any.parts()) {
                Formula failing = failing(new Formula.Not(part));
                if (failing != null) {
                    return failing;
                }
            }
            return null;
        } else if (formula instanceof Formula.Not not && not.formula() instanceof Formula.Not twice) {
            return failing(twice.formula());
        }
        return FactPredicate.of(formula, facts).holds(values) ? null : formula;
    }

    private static String fact(Formula formula) {
        return formula.facts().findFirst().map(field -> field.name()).orElse("");
    }

    private String actual(Formula formula) {
        return FactValues.text(formula.facts()
                .findFirst()
                .map(facts::number)
                .flatMap(fact -> Optional.ofNullable(values.value(fact)))
                .orElse(null));
    }
}
