package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.SeveralMatches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.mapdb.DB;

/** Writes the file of one generation of customers from its spooled profiles and sorted keys. One thread. */
final class CustomerGenerationWriter {

    /** Free space needed, in spool sizes: profiles under a second number stand there twice. */
    private static final int SPACE = 3;

    /**
     * What a build collected.
     *
     * @param ids already sorted
     */
    record Rows(ProfileSpool spool, Vocabulary vocabulary, KeyedRows ids, KeyedRows numbers, KeyedRows trunks) {}

    private final GenerationFiles files;
    private final long generation;
    private final Rows rows;
    private final PackedWriter packed = new PackedWriter();
    private final ProfileCodec codec;
    /** For each row a number under which its profile is kept, or {@link CustomerGeneration#INLINE}. */
    private final long[] homes;

    private int cut;

    CustomerGenerationWriter(GenerationFiles files, long generation, Rows rows) {
        this.files = files;
        this.generation = generation;
        this.rows = rows;
        codec = new ProfileCodec(rows.vocabulary());
        homes = new long[rows.ids().size()];
    }

    void write(Instant now) throws IOException {
        Path building = files.working(generation, "file");
        try {
            checkSpace(building);
            try (MapDbFile file = MapDbFile.create(building, rows.spool().bytes())) {
                write(file, now);
            }
            files.publish(building, generation);
        } catch (InternalError unwritable) {
            // A mapped page for which the disk has no room left shows itself so.
            throw new IOException(
                    "The customers could not be written to " + building + ": is the disk full?", unwritable);
        } finally {
            Files.deleteIfExists(building);
        }
    }

    /** How many keys have more customers than are kept. */
    int cut() {
        return cut;
    }

    private void write(MapDbFile file, Instant now) {
        rows.numbers().sort();
        rows.trunks().sort();
        int numbers = writeCandidates(file.sink(CustomerGeneration.NUMBERS), rows.numbers(), true);
        int trunks = writeCandidates(file.sink(CustomerGeneration.TRUNKS), rows.trunks(), false);
        writeIds(file.sink(CustomerGeneration.IDS));
        file.write(new About(now, rows.ids().size(), numbers, trunks), rows.vocabulary());
    }

    private int writeCandidates(DB.TreeMapSink<Long, byte[]> sink, KeyedRows keys, boolean home) {
        int entries = 0;
        for (int start = 0; start < keys.size(); start = keys.endOfKey(start)) {
            int[] kept = kept(keys, start);
            packed.clear();
            packed.unsigned(kept.length);
            for (int row : kept) {
                packed.raw(rows.spool().read(row));
                if (home) {
                    homes[row] = keys.key(start);
                }
            }
            sink.put(keys.key(start), packed.toBytes());
            entries++;
        }
        sink.create();
        return entries;
    }

    private int[] kept(KeyedRows keys, int start) {
        int[] all = IntStream.range(start, keys.endOfKey(start)).map(keys::row).toArray();
        if (all.length <= CustomersBuild.MOST_CANDIDATES) {
            return all;
        }
        cut++;
        int best = mostValuable(all);
        int[] first = IntStream.of(all).limit(CustomersBuild.MOST_CANDIDATES).toArray();
        if (IntStream.of(first).noneMatch(row -> row == best)) {
            first[CustomersBuild.MOST_CANDIDATES - 1] = best;
        }
        return first;
    }

    private int mostValuable(int[] all) {
        int best = all[0];
        for (int row : all) {
            CustomerProfile pick = SeveralMatches.MOST_VALUABLE
                    .pick(List.of(profile(best), profile(row)))
                    .orElseThrow();
            best = pick.id().equals(profile(best).id()) ? best : row;
        }
        return best;
    }

    private CustomerProfile profile(int row) {
        return codec.read(new PackedReader(rows.spool().read(row)));
    }

    private void writeIds(DB.TreeMapSink<Long, byte[]> sink) {
        KeyedRows ids = rows.ids();
        for (int start = 0, end; start < ids.size(); start = end) {
            end = ids.endOfKey(start);
            packed.clear();
            packed.unsigned(end - start);
            for (int place = start; place < end; place++) {
                writeHome(ids.row(place));
            }
            sink.put(ids.key(start), packed.toBytes());
        }
        sink.create();
    }

    private void writeHome(int row) {
        packed.unsigned(homes[row]);
        if (homes[row] == CustomerGeneration.INLINE) {
            packed.raw(rows.spool().read(row));
        }
    }

    private void checkSpace(Path building) throws IOException {
        long needed = rows.spool().bytes() * SPACE;
        long free = Files.getFileStore(building.toAbsolutePath().getParent()).getUsableSpace();
        if (free < needed) {
            throw new IOException("The disk has %,d bytes left and the new generation may need %,d: make room"
                    .formatted(free, needed));
        }
    }
}
