package io.stellwerk.rules.space;

import java.util.BitSet;

/**
 * Who takes calls before somebody's turn: those numbered {@code from} to before {@code until} that count.
 *
 * @param counting by number
 */
public record Takers(int from, int until, BitSet counting) {

    public static final Takers NOBODY = new Takers(0, 0, new BitSet());

    /** One of them alone, or a few. */
    public static Takers only(BitSet some) {
        return new Takers(some.isEmpty() ? 0 : some.nextSetBit(0), some.length(), some);
    }

    boolean count(int taker) {
        return counting.get(taker);
    }
}
