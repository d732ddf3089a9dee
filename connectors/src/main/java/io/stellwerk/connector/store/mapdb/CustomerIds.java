package io.stellwerk.connector.store.mapdb;

import java.util.function.IntPredicate;

/**
 * The ids of the customers of a generation under construction, by a hash of 64 bits: eight bytes and an open slot each,
 * whatever the length of the ids. One thread.
 */
final class CustomerIds {

    private final KeyedRows hashes = new KeyedRows();
    /** Row plus one, or 0 for a free slot; a power of two, at most half full. */
    private int[] slots = new int[2048];

    /** FNV-1a over the characters and a last mixing. Stands in the files: never to be changed. */
    static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }

    /**
     * Takes the next row.
     *
     * @param hasThisId whether the row of this index, whose id has the same hash, has this very id
     * @return false if an earlier row has the id, and nothing was taken
     */
    boolean add(String id, IntPredicate hasThisId) {
        long hash = hash(id);
        int slot = slotOf(hash);
        while (slots[slot] != 0) {
            int row = slots[slot] - 1;
            if (hashes.key(row) == hash && hasThisId.test(row)) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = hashes.size() + 1;
        hashes.add(hash, hashes.size());
        if (hashes.size() > slots.length / 2) {
            grow();
        }
        return true;
    }

    int size() {
        return hashes.size();
    }

    /** All, by hash. Nothing can be added afterwards. */
    KeyedRows sorted() {
        slots = new int[0];
        hashes.sort();
        return hashes;
    }

    private int slotOf(long hash) {
        return (int) hash & slots.length - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int row = 0; row < hashes.size(); row++) {
            int slot = slotOf(hashes.key(row));
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = row + 1;
        }
    }
}
