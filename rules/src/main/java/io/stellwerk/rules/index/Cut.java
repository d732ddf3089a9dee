package io.stellwerk.rules.index;

/** A cut through the ordered values of a fact: directly before one of them, or directly behind it. */
record Cut(Comparable<?> value, boolean behind) implements Comparable<Cut> {

    static Cut before(Comparable<?> value) {
        return new Cut(value, false);
    }

    static Cut behind(Comparable<?> value) {
        // Between two places of the line there is nothing, so one spelling of the cut is enough.
        return value instanceof Long place ? new Cut(place + 1, false) : new Cut(value, true);
    }

    @Override
    public int compareTo(Cut other) {
        int order = compare(value, other.value);
        return order != 0 ? order : Boolean.compare(behind, other.behind);
    }

    /** Whether a value lies on the far side of the cut. */
    boolean isPassedBy(Object candidate) {
        int order = compare(candidate, value);
        return order > 0 || (order == 0 && !behind);
    }

    /** Values of one fact have one type. */
    @SuppressWarnings("unchecked")
    static int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
