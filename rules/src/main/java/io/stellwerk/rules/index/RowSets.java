package io.stellwerk.rules.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * For each slot of a column the rows that match there.
 *
 * <p>Neighbouring slots differ in few rows, and most slots differ little from slot 0, so a slot keeps only its difference
 * from one of some bitmaps: memory grows with the rows times the square root of their number, not with its square, even
 * where all of them are nested ranges.
 */
final class RowSets {

    private final long[][] bases;
    private final int[] baseOf;
    private final int[] starts;
    private final int[] differing;

    private RowSets(long[][] bases, int[] baseOf, int[] starts, int[] differing) {
        this.bases = bases;
        this.baseOf = baseOf;
        this.starts = starts;
        this.differing = differing;
    }

    RowSet of(int slot) {
        return new RowSet(bases[baseOf[slot]], differing, starts[slot], starts[slot + 1]);
    }

    int words() {
        return bases[0].length;
    }

    /** Collects where rows begin and cease to match, then sweeps over the slots once. */
    static final class Builder {

        private final int slots;
        private final int words;
        /** Differences worth keeping rather than a bitmap of their own: where both cost the same memory. */
        private final int fewest;

        private long[] changes = new long[64];
        private int changed;

        Builder(int rows, int slots) {
            this.slots = slots;
            this.words = Math.max(1, (rows + 63) >>> 6);
            this.fewest = (int) Math.sqrt(words * 4 + 8);
        }

        /** From this slot on the row matches if it did not before, and the other way round. */
        void toggle(int row, int slot) {
            if (slot < slots) {
                if (changed == changes.length) {
                    changes = Arrays.copyOf(changes, changed * 2);
                }
                changes[changed++] = (long) slot << 32 | row;
            }
        }

        RowSets build() {
            Arrays.sort(changes, 0, changed);
            return new Sweep().run();
        }

        private final class Sweep {

            private final List<long[]> bases = new ArrayList<>();
            private final int[] baseOf = new int[slots];
            private final int[] starts = new int[slots + 1];
            private int[] differing = new int[64];
            private int kept;

            private final long[] current = new long[words];
            private int fromFirst;
            private int fromLatest;

            RowSets run() {
                int at = 0;
                for (int slot = 0; slot < slots; slot++) {
                    while (at < changed && changes[at] >>> 32 == slot) {
                        toggle((int) changes[at++], slot > 0);
                    }
                    keep(slot);
                    starts[slot + 1] = kept;
                }
                return new RowSets(bases.toArray(long[][]::new), baseOf, starts, Arrays.copyOf(differing, kept));
            }

            private void toggle(int row, boolean hasBase) {
                current[row >>> 6] ^= 1L << row;
                if (hasBase) {
                    fromFirst += differs(bases.get(0), row) ? 1 : -1;
                    fromLatest += differs(bases.get(bases.size() - 1), row) ? 1 : -1;
                }
            }

            private boolean differs(long[] base, int row) {
                return ((base[row >>> 6] ^ current[row >>> 6]) & 1L << row) != 0;
            }

            private void keep(int slot) {
                int latest = bases.size() - 1;
                if (slot == 0 || Math.min(fromFirst, fromLatest) > fewest) {
                    bases.add(current.clone());
                    baseOf[slot] = latest + 1;
                    fromLatest = 0;
                } else {
                    baseOf[slot] = fromFirst <= fromLatest ? 0 : latest;
                    if (Math.min(fromFirst, fromLatest) > 0) {
                        keepDifference(bases.get(baseOf[slot]));
                    }
                }
            }

            private void keepDifference(long[] base) {
                for (int i = 0; i < words; i++) {
                    for (long bits = base[i] ^ current[i]; bits != 0; bits &= bits - 1) {
                        if (kept == differing.length) {
                            differing = Arrays.copyOf(differing, kept * 2);
                        }
                        differing[kept++] = i * 64 + Long.numberOfTrailingZeros(bits);
                    }
                }
            }
        }
    }
}
