package io.stellwerk.rules.index;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The meaning of a formula, written down as plainly as can be: what the index over rules is measured against. */
public final class PlainReading {

    private final Function<FactField, @Nullable Object> actual;

    /** @param actual a fact's value; null if it has none */
    public PlainReading(Function<FactField, @Nullable Object> actual) {
        this.actual = actual;
    }

    public boolean holds(Formula formula) {
        if (formula instanceof Formula.All all) {
            return all.parts().stream().allMatch(this::holds);
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().anyMatch(this::holds);
        } else if (formula instanceof Formula.Not not) {
            return !holds(not.formula());
        } else if (formula instanceof Formula.Test test) {
            return RowByRow.passes(test.cell(), actual.apply(test.fact()));
        } else if (formula instanceof Formula.Matches matches) {
            return ofText(
                    matches.fact(),
                    text -> java.util.regex.Pattern.matches(matches.pattern().pattern(), text));
        } else if (formula instanceof Formula.EndsWith ends) {
            return ofText(ends.fact(), text -> text.endsWith(ends.suffix()));
        } else if (formula instanceof Formula.HasPart has) {
            return ofText(has.fact(), text -> text.contains(has.part()));
        } else if (formula instanceof Formula.HasLength has) {
            return ofText(has.fact(), text -> text.length() == has.length());
        } else if (formula instanceof Formula.Has has) {
            Object element = actual.apply(has.element());
            return element != null && actual.apply(has.set()) instanceof Collection<?> set && set.contains(element);
        }
        return compares((Formula.Compares) formula);
    }

    private boolean ofText(FactField fact, Predicate<String> question) {
        Object value = actual.apply(fact);
        return value != null && question.test(value instanceof PhoneNumber number ? number.e164() : (String) value);
    }

    @SuppressWarnings("unchecked")
    private boolean compares(Formula.Compares compares) {
        Object left = actual.apply(compares.left());
        Object right = actual.apply(compares.right());
        if (left == null || right == null) {
            return false;
        }
        int order = ((Comparable<Object>) left).compareTo(right);
        return switch (compares.comparison()) {
            case EQUAL -> order == 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
