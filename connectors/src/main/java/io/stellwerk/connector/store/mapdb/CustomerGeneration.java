package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;

/**
 * All customers of one generation. Three trees: {@link #NUMBERS} leads from a number to the profiles that have it, packed in
 * place, so that a call costs one look-up; {@link #TRUNKS} the same from a prefix; {@link #IDS} leads from the hash of an id
 * to a number under which the profile stands, or to the profile itself if it stands under none.
 *
 * <p>Any thread, between {@link Readers#enter} and {@link Readers#leave}.
 */
final class CustomerGeneration implements Closeable {

    static final String KIND = "customers";
    static final String NUMBERS = "numbers";
    static final String TRUNKS = "trunks";
    static final String IDS = "ids";
    /** Stands in {@link #IDS} instead of a number if the profile follows. */
    static final long INLINE = 0;

    private final MapDbFile file;
    private final GenerationInfo info;
    private final ProfileCodec codec;
    private final BTreeMap<Long, byte[]> numbers;
    private final BTreeMap<Long, byte[]> trunks;
    private final BTreeMap<Long, byte[]> ids;
    private final TrunkPrefixes prefixes;
    private final Readers readers = new Readers();

    private CustomerGeneration(MapDbFile file, long generation, long bytes) throws IOException {
        this.file = file;
        About about = file.about();
        info = new GenerationInfo(
                generation, about.published(), about.entries(), about.numbers(), about.trunks(), bytes);
        codec = new ProfileCodec(file.vocabulary());
        numbers = file.tree(NUMBERS);
        trunks = file.tree(TRUNKS);
        ids = file.tree(IDS);
        prefixes = new TrunkPrefixes(
                trunks.getKeys().stream().mapToLong(Long::longValue).toArray());
    }

    static CustomerGeneration open(Path path, long generation) throws IOException {
        long bytes = Files.size(path);
        MapDbFile file = MapDbFile.open(path);
        try {
            return new CustomerGeneration(file, generation, bytes);
        } catch (IOException unreadable) {
            file.close();
            throw unreadable;
        } catch (RuntimeException nonsense) {
            file.close();
            throw new BrokenFileException(nonsense);
        }
    }

    GenerationInfo info() {
        return info;
    }

    Readers readers() {
        return readers;
    }

    CustomerMatches find(long digits) {
        byte[] packed = numbers.get(digits);
        if (packed != null) {
            return new CustomerMatches(false, candidates(packed));
        }
        long prefix = prefixes.longest(digits);
        return prefix == TrunkPrefixes.NONE
                ? CustomerMatches.NOBODY
                : new CustomerMatches(true, candidates(trunks.get(prefix)));
    }

    Optional<CustomerProfile> customer(String id) {
        byte[] packed = ids.get(CustomerIds.hash(id));
        if (packed == null) {
            return Optional.empty();
        }
        PackedReader in = new PackedReader(packed);
        for (int left = in.count(); left > 0; left--) {
            long number = in.unsigned();
            List<CustomerProfile> found = number == INLINE ? List.of(codec.read(in)) : candidates(numbers.get(number));
            for (CustomerProfile profile : found) {
                if (profile.id().equals(id)) {
                    return Optional.of(profile);
                }
            }
        }
        return Optional.empty();
    }

    private List<CustomerProfile> candidates(byte @Nullable [] packed) {
        if (packed == null) {
            throw new IllegalStateException("Generation " + info.generation() + " lacks an entry it refers to");
        }
        PackedReader in = new PackedReader(packed);
        int count = in.count();
        if (count == 1) {
            return List.of(codec.read(in));
        }
        List<CustomerProfile> candidates = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            candidates.add(codec.read(in));
        }
        return candidates;
    }

    @Override
    public void close() {
        file.close();
    }
}
