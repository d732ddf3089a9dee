package io.stellwerk.connector.store.mapdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** That a folder belongs to this holder alone. The operating system takes it back when the process dies. */
final class FolderLock implements Closeable {

    private static final String FILE = "lock";
    /**
     * The folders that this process has. The operating system's lock cannot tell one process from itself; worse, it is
     * lost as soon as the process closes any other channel on the file, so a second holder must not even open it.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OURS.add(real)) {
            throw new DirectoryInUseException(folder, "this process itself");
        }
        try {
            return new FolderLock(real, lock(folder));
        } catch (IOException notOurs) {
            OURS.remove(real);
            throw notOurs;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new DirectoryInUseException(folder, holder(channel));
            }
            String process = "process " + ProcessHandle.current().pid();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException notOurs) {
            channel.close();
            throw notOurs;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(64);
        int read = channel.read(text, 0);
        return read <= 0 ? "another process" : new String(text.array(), 0, read, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OURS.remove(folder);
    }
}
