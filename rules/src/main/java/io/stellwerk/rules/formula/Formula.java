package io.stellwerk.rules.formula;

import com.google.re2j.Pattern;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.table.Cell;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition over the facts of one call, two-valued: a leaf whose fact has no value is false, save for a cell that asks
 * for just that or negates its terms; {@link Not} is the exact negation.
 *
 * <p>A segment is asked for as {@link Test} of the fact {@code segment}, a known customer as one of {@code customer.known}.
 */
public sealed interface Formula {

    /** Always true. */
    Formula ALWAYS = new All(List.of());

    /** Those that it asks about, in the author's order, each as often as it stands there. */
    Stream<FactField> facts();

    /** All of them; true if there are none. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<FactField> facts() {
            return parts.stream().flatMap(Formula::facts);
        }
    }

    /** At least one of them; false if there are none. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<FactField> facts() {
            return parts.stream().flatMap(Formula::facts);
        }
    }

    record Not(Formula formula) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return formula.facts();
        }
    }

    /** A fact passes a cell. */
    record Test(FactField fact, Cell cell) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return Stream.of(fact);
        }
    }

    /** A text matches a regular expression as a whole (RE2). */
    record Matches(FactField fact, Pattern pattern) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return Stream.of(fact);
        }
    }

    /** A text ends so. */
    record EndsWith(FactField fact, String suffix) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return Stream.of(fact);
        }
    }

    /** A text contains another. */
    record HasPart(FactField fact, String part) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return Stream.of(fact);
        }
    }

    /** A text has so many characters. */
    record HasLength(FactField fact, int length) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return Stream.of(fact);
        }
    }

    /** Two facts of one type compare so; false if one has no value. */
    record Compares(FactField left, Comparison comparison, FactField right) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return Stream.of(left, right);
        }
    }

    /** A set has the text that another fact is; false if that has no value. */
    record Has(FactField set, FactField element) implements Formula {
        @Override
        public Stream<FactField> facts() {
            return Stream.of(set, element);
        }
    }
}
