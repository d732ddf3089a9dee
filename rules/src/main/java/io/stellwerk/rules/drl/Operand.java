package io.stellwerk.rules.drl;

import io.stellwerk.rules.fact.FactField;

/** One side of a comparison. */
sealed interface Operand {

    Token at();

    /** A fact of the call, by its property or by a variable. */
    record Fact(FactField field, Token at) implements Operand {}

    /**
     * A text, a number, {@code true}, {@code false} or {@code null}.
     *
     * @param negative whether a minus stands before it
     */
    record Literal(Token at, boolean negative) implements Operand {

        boolean isNull() {
            return at.is("null");
        }

        boolean isTruth() {
            return at.is("true") || at.is("false");
        }

        boolean isNumber() {
            return at.kind() == Token.Kind.NUMBER;
        }

        String shown() {
            return (negative ? "-" : "") + at.shown();
        }

        String quoted() {
            return at.isText() ? at.shown() : "'" + shown() + "'";
        }
    }
}
