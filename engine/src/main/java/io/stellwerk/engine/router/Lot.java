package io.stellwerk.engine.router;

import java.util.Comparator;

/**
 * A step's lot in the drawing among steps with shares: weighted rendezvous hashing (Thaler and Ravishankar 1998, with
 * logarithmic weights).
 *
 * <p>Each step draws for itself, so when one is out the others keep their order and its callers spread over them by
 * their shares.
 *
 * @param step index in the plan
 * @param draw evenly spread in (0, 1)
 * @param score the larger the earlier
 */
record Lot(int step, double draw, double score) {

    static final Comparator<Lot> BEST_FIRST =
            Comparator.comparingDouble(Lot::score).reversed().thenComparingInt(Lot::step);

    static Lot draw(long key, String planId, int step, String goal, int sharePercent) {
        long bits = mix(key ^ mix(hash(planId) ^ Long.rotateLeft(hash(goal), 1)));
        double draw = ((bits >>> 11) + 0.5) * 0x1.0p-53;
        return new Lot(step, draw, -sharePercent / Math.log(draw));
    }

    /** 64-bit FNV-1a over the characters, the same on every node. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finaliser of SplitMix64: every input bit moves every output bit. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
