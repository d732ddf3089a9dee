package io.stellwerk.rules.index;

import com.google.re2j.Pattern;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.formula.Comparison;
import io.stellwerk.rules.formula.Formula;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula made ready to be asked of many calls. Asking makes no objects, save where a regular expression or the text of
 * a phone number is needed. Immutable, any thread.
 */
interface FactPredicate {

    boolean holds(FactValues values);

    static FactPredicate of(Formula formula, UsedFacts facts) {
        if (formula instanceof Formula.All all) {
            return new AllHold(ready(all.parts(), facts));
        } else if (formula instanceof Formula.Any any) {
            return new AnyHolds(ready(any.parts(), facts));
        } else if (formula instanceof Formula.Not not) {
            return new Fails(of(not.formula(), facts));
        } else if (formula instanceof Formula.Test test) {
            return CellPredicate.of(test, facts);
        } else if (formula instanceof Formula.Compares compares) {
            return new Compared(facts.number(compares.left()), compares.comparison(), facts.number(compares.right()));
        } else if (formula instanceof Formula.Has has) {
            return new HasElement(facts.number(has.set()), facts.number(has.element()));
        }
        return ofText(formula, facts);
    }

    private static FactPredicate ofText(Formula formula, UsedFacts facts) {
        if (formula instanceof Formula.Matches matches) {
            Pattern pattern = matches.pattern();
            return new OfText(facts.number(matches.fact()), pattern::matches);
        } else if (formula instanceof Formula.EndsWith ends) {
            String suffix = ends.suffix();
            return new OfText(facts.number(ends.fact()), text -> text.endsWith(suffix));
        } else if (formula instanceof Formula.HasPart has) {
            String part = has.part();
            return new OfText(facts.number(has.fact()), text -> text.contains(part));
        }
        Formula.HasLength has = (Formula.HasLength) formula;
        int length = has.length();
        return new OfText(facts.number(has.fact()), text -> text.length() == length);
    }

    private static FactPredicate[] ready(List<Formula> formulas, UsedFacts facts) {
        return formulas.stream().map(formula -> of(formula, facts)).toArray(FactPredicate[]::new);
    }

    /** Every one of them. */
    final class AllHold implements FactPredicate {

        private final FactPredicate[] parts;

        AllHold(FactPredicate... parts) {
            this.parts = parts;
        }

        @Override
        public boolean holds(FactValues values) {
            for (FactPredicate part : parts) {
                if (!part.holds(values)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one of them. */
    final class AnyHolds implements FactPredicate {

        private final FactPredicate[] parts;

        AnyHolds(FactPredicate... parts) {
            this.parts = parts;
        }

        @Override
        public boolean holds(FactValues values) {
            for (FactPredicate part : parts) {
                if (part.holds(values)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The opposite. */
    record Fails(FactPredicate predicate) implements FactPredicate {

        @Override
        public boolean holds(FactValues values) {
            return !predicate.holds(values);
        }
    }

    /** A relation between two facts; false if one has no value. */
    record Compared(int left, Comparison comparison, int right) implements FactPredicate {

        @Override
        public boolean holds(FactValues values) {
            Object one = values.value(left);
            Object other = values.value(right);
            if (one == null || other == null) {
                return false;
            }
            int order = Cut.compare(one, other);
            return switch (comparison) {
                case EQUAL -> order == 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** Whether a set has a text; false if one of them has no value. */
    record HasElement(int set, int element) implements FactPredicate {

        @Override
        public boolean holds(FactValues values) {
            Object wanted = values.value(element);
            return wanted != null && values.value(set) instanceof Collection<?> texts && texts.contains(wanted);
        }
    }

    /** Something about a text; false if there is none. */
    record OfText(int fact, Question question) implements FactPredicate {

        /** Asked of each call's text. */
        interface Question {
            boolean holds(String text);
        }

        @Override
        public boolean holds(FactValues values) {
            String text = text(values.value(fact));
            return text != null && question.holds(text);
        }

        private static @Nullable String text(@Nullable Object value) {
            if (value instanceof PhoneNumber number) {
                return number.e164();
            }
            return value instanceof String text ? text : null;
        }
    }
}
