package io.stellwerk.connector.store.mapdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts that many profiles of one generation share (classes, tags, owners, names of attributes), each written once
 * and referred to by its place. One that came too late or is too long stands in the profile itself.
 *
 * <p>Reading: any thread. Growing: one thread.
 */
final class Vocabulary {

    private static final int MOST_WORDS = 32_768;
    private static final int LONGEST_WORD = 64;
    /** Stands before a text that is not in the vocabulary. */
    private static final int SPELLED_OUT = 0;

    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    static Vocabulary read(byte[] packed) {
        PackedReader reader = new PackedReader(packed);
        Vocabulary vocabulary = new Vocabulary();
        for (int left = reader.count(); left > 0; left--) {
            vocabulary.words.add(reader.text());
        }
        return vocabulary;
    }

    byte[] toBytes() {
        PackedWriter writer = new PackedWriter();
        writer.unsigned(words.size());
        words.forEach(writer::text);
        return writer.toBytes();
    }

    void write(PackedWriter writer, String word) {
        Integer place = places.get(word);
        if (place == null && words.size() < MOST_WORDS && word.length() <= LONGEST_WORD) {
            words.add(word);
            place = words.size();
            places.put(word, place);
        }
        if (place == null) {
            writer.unsigned(SPELLED_OUT);
            writer.text(word);
        } else {
            writer.unsigned(place);
        }
    }

    String read(PackedReader reader) {
        int place = reader.count();
        return place == SPELLED_OUT ? reader.text() : words.get(place - 1);
    }
}
