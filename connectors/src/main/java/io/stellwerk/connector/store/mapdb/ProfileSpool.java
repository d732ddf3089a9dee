package io.stellwerk.connector.store.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Packed profiles in the order in which they come, on disk until the numbers are sorted: the heap holds only where each
 * begins. The file goes away with it. One thread.
 */
final class ProfileSpool implements Closeable {

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer unwritten = ByteBuffer.allocate(1 << 20);
    private long[] ends = new long[1024];
    private int size;
    private long written;

    ProfileSpool(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    void add(byte[] packed) throws IOException {
        if (packed.length > unwritten.remaining()) {
            flush();
        }
        if (packed.length > unwritten.capacity()) {
            write(ByteBuffer.wrap(packed));
        } else {
            unwritten.put(packed);
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + (size >> 1));
        }
        ends[size++] = written + unwritten.position();
    }

    long bytes() {
        return written + unwritten.position();
    }

    byte[] read(int row) {
        long start = row == 0 ? 0 : ends[row - 1];
        try {
            if (ends[row] > written) {
                flush();
            }
            ByteBuffer packed = ByteBuffer.allocate((int) (ends[row] - start));
            while (packed.hasRemaining()) {
                if (channel.read(packed, start + packed.position()) < 0) {
                    throw new IOException("The spool of the import has lost its end");
                }
            }
            return packed.array();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void flush() throws IOException {
        write(unwritten.flip());
        unwritten.clear();
    }

    private void write(ByteBuffer source) throws IOException {
        while (source.hasRemaining()) {
            written += channel.write(source, written);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
