package io.stellwerk.rules.space;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.formula.Formula;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test of one text that cells cannot say.
 *
 * @param key two tests of one fact with the same key ask the same
 */
record TextTest(FactField fact, String key, Formula formula) {

    /** Empty for formulas that are no such test; numbers of callers are texts only for them, not for cells. */
    static Optional<TextTest> of(Formula formula) {
        return any(formula).filter(test -> test.fact().type() != FactType.PHONE_NUMBER);
    }

    private static Optional<TextTest> any(Formula formula) {
        if (formula instanceof Formula.Matches matches) {
            return Optional.of(new TextTest(
                    matches.fact(),
                    "matches " + matches.pattern().flags() + " "
                            + matches.pattern().pattern(),
                    formula));
        } else if (formula instanceof Formula.EndsWith ends) {
            return Optional.of(new TextTest(ends.fact(), "ends with " + ends.suffix(), formula));
        } else if (formula instanceof Formula.HasPart has) {
            return Optional.of(new TextTest(has.fact(), "has " + has.part(), formula));
        } else if (formula instanceof Formula.HasLength has) {
            return Optional.of(new TextTest(has.fact(), "has length " + has.length(), formula));
        }
        return Optional.empty();
    }

    boolean passes(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return false;
        } else if (formula instanceof Formula.Matches matches) {
            return matches.pattern().matcher(text).matches();
        } else if (formula instanceof Formula.EndsWith ends) {
            return text.endsWith(ends.suffix());
        } else if (formula instanceof Formula.HasPart has) {
            return text.contains(has.part());
        }
        return text.length() == ((Formula.HasLength) formula).length();
    }

    /** Texts that may pass. */
    List<String> samples() {
        if (formula instanceof Formula.Matches matches) {
            return PatternSamples.of(matches.pattern());
        } else if (formula instanceof Formula.EndsWith ends) {
            return List.of(ends.suffix(), "x" + ends.suffix(), "1" + ends.suffix());
        } else if (formula instanceof Formula.HasPart has) {
            return List.of(has.part(), "x" + has.part(), has.part() + "x", "x" + has.part() + "x");
        }
        int length = ((Formula.HasLength) formula).length();
        return length > 0 && length <= 1_000 ? List.of("x".repeat(length), "1".repeat(length)) : List.of();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextTest test && test.fact.name().equals(fact.name()) && test.key.equals(key);
    }

    @Override
    public int hashCode() {
        return 31 * fact.name().hashCode() + key.hashCode();
    }
}
