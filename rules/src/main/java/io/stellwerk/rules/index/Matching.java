package io.stellwerk.rules.index;

/** The matching rows of one index for one call, found as they are asked for. One thread. */
public interface Matching {

    /**
     * The first condition that a row failed.
     *
     * @param fact the one that it asks about; of a condition on several the first
     * @param condition as its author wrote it
     * @param actual the fact's value; empty if it has none
     */
    record Refusal(String fact, String condition, String actual) {}

    /** The rank of the next matching row, in ascending order; -1 if there is none left. */
    int next();

    /** Why a row does not match; it must be one that was passed over. */
    Refusal refusal(int rank);
}
