package io.stellwerk.engine.decision;

import java.util.random.RandomGenerator;

/** Makes the ids of decisions: ULIDs, 48 bits of milliseconds and 80 of chance in Crockford's base 32. */
public final class DecisionId {

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;
    private static final int TIME = 10;

    private DecisionId() {}

    /** @param random gives the part that tells decisions of one millisecond apart */
    public static String at(long epochMillis, RandomGenerator random) {
        char[] id = new char[LENGTH];
        long time = epochMillis;
        for (int i = TIME - 1; i >= 0; i--) {
            id[i] = DIGITS[(int) (time & 31)];
            time >>>= 5;
        }
        fill(id, TIME, random.nextLong());
        fill(id, TIME + 8, random.nextLong());
        return new String(id);
    }

    private static void fill(char[] id, int from, long bits) {
        long rest = bits;
        for (int i = from; i < from + 8; i++) {
            id[i] = DIGITS[(int) (rest & 31)];
            rest >>>= 5;
        }
    }
}
