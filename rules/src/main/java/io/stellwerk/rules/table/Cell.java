package io.stellwerk.rules.table;

import java.util.List;

/**
 * A cell's test of one fact (DMN unary tests, clause 7.3.1, as a spreadsheet user writes them).
 *
 * @param terms alternatives; none if anything matches
 * @param negated whether none of the terms may hold. Negation is exact: a fact without a value holds no term, save {@link
 *     Term.NoValue}, so it passes a negated cell
 * @param text as its author wrote it
 */
public record Cell(List<Term> terms, boolean negated, String text) {

    /** Matches whatever the fact is, and also if it has no value. */
    public static final Cell ANY = new Cell(List.of(), false, "-");

    public Cell {
        terms = List.copyOf(terms);
    }

    public boolean any() {
        return terms.isEmpty();
    }
}
