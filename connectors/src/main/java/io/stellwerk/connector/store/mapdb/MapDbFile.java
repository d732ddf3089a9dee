package io.stellwerk.connector.store.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBException;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/** A MapDB file as generations use it: checksummed, memory mapped, written once from sorted entries or only read. */
final class MapDbFile implements Closeable {

    private static final long MEGABYTE = 1 << 20;
    private static final long LARGEST_INCREMENT = 64 * MEGABYTE;
    private static final String ABOUT = "about";
    private static final String VOCABULARY = "vocabulary";

    private final DB db;

    private MapDbFile(DB db) {
        this.db = db;
    }

    /** @param expected about how many bytes will be written: a small tenant shall not get a large file */
    static MapDbFile create(Path file, long expected) throws IOException {
        long increment = Math.min(LARGEST_INCREMENT, Math.max(MEGABYTE, Long.highestOneBit(expected / 4)));
        return new MapDbFile(guarded(() -> DBMaker.fileDB(file.toFile())
                .fileMmapEnable()
                .fileMmapPreclearDisable()
                .allocateStartSize(increment)
                .allocateIncrement(increment)
                .checksumStoreEnable()
                .concurrencyDisable()
                .make()));
    }

    /**
     * Opens a generation and compares its checksum, for which the whole file is read once. Any number of threads may read:
     * MapDB's locks, which would keep writers away, are switched off since there are none.
     *
     * @throws BrokenFileException if it is not as it was written
     */
    static MapDbFile open(Path file) throws IOException {
        return new MapDbFile(guarded(() -> DBMaker.fileDB(file.toFile())
                .fileMmapEnable()
                .checksumStoreEnable()
                .concurrencyDisable()
                .readOnly()
                .make()));
    }

    About about() throws IOException {
        return About.read(guarded(() -> value(ABOUT)));
    }

    Vocabulary vocabulary() throws IOException {
        return Vocabulary.read(guarded(() -> value(VOCABULARY)));
    }

    BTreeMap<Long, byte[]> tree(String name) throws IOException {
        return guarded(
                () -> db.treeMap(name, Serializer.LONG, PackedSerializer.PACKED).open());
    }

    /** Takes entries in ascending order of their keys; {@code create()} ends the tree. */
    DB.TreeMapSink<Long, byte[]> sink(String name) {
        return db.treeMap(name, Serializer.LONG, PackedSerializer.PACKED).createFromSink();
    }

    void write(About about, Vocabulary vocabulary) {
        write(about.toBytes(), vocabulary);
    }

    void write(byte[] about, Vocabulary vocabulary) {
        db.atomicVar(ABOUT, Serializer.BYTE_ARRAY, about).create();
        db.atomicVar(VOCABULARY, Serializer.BYTE_ARRAY, vocabulary.toBytes()).create();
        db.commit();
    }

    private byte[] value(String name) {
        byte[] value = db.atomicVar(name, Serializer.BYTE_ARRAY).open().get();
        if (value == null) {
            throw new IllegalStateException("It has no '" + name + "'");
        }
        return value;
    }

    @Override
    public void close() {
        db.close();
    }

    /** A step in a file whose content may be anything. */
    @FunctionalInterface
    private interface Step<T> {
        T take();
    }

    /**
     * MapDB meets nonsense in a file with exceptions of any kind, assertion errors too, and the virtual machine with an
     * internal error where a mapped page is missing. Only what the operating system refuses is no sign of a broken file.
     */
    private static <T> T guarded(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (DBException.VolumeIOError refused) {
            if (refused.getCause() instanceof IOException cause && !(refused instanceof DBException.VolumeEOF)) {
                throw cause;
            }
            throw new BrokenFileException(refused);
        } catch (RuntimeException | AssertionError | InternalError nonsense) {
            throw new BrokenFileException(nonsense);
        }
    }
}
