package io.stellwerk.rules.formula;

/** How two facts are compared. The negation of a comparison is {@link Formula.Not}: {@code !=} has no constant here. */
public enum Comparison {
    EQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
}
