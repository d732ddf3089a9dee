package io.stellwerk.rules.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks an entry of an archive, no further than it is read, and checks it at its end. */
final class ZipEntryStream extends InputStream {

    /**
     * @param packed its bytes in the archive
     * @param checksum CRC-32 of what it unpacks to
     */
    record Entry(ByteBuffer packed, boolean deflated, long checksum) {}

    private final Entry entry;
    private final UnpackedBytes unpacked;
    private final ByteBuffer packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private long size;
    private boolean ended;

    ZipEntryStream(Entry entry, UnpackedBytes unpacked) {
        this.entry = entry;
        this.unpacked = unpacked;
        this.packed = entry.packed().duplicate();
        inflater.setInput(packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int got = entry.deflated() ? inflate(into, offset, length) : copy(into, offset, length);
        if (got <= 0) {
            end();
            return -1;
        }
        checksum.update(into, offset, got);
        count(got);
        return got;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            int got = inflater.inflate(into, offset, length);
            if (got == 0 && !inflater.finished()) {
                throw new EOFException();
            }
            return got;
        } catch (DataFormatException | EOFException e) {
            throw ZipArchive.damaged();
        }
    }

    private int copy(byte[] into, int offset, int length) {
        int got = Math.min(length, packed.remaining());
        packed.get(into, offset, got);
        return got;
    }

    private void count(int got) throws WorkbookRefusedException {
        size += got;
        unpacked.add(got);
        long packedSize = entry.packed().limit();
        if (size > SheetLimits.SMALL && size > SheetLimits.HIGHEST_RATIO * packedSize) {
            throw WorkbookRefusedException.tooLarge("A part of the workbook unpacks to more than "
                    + SheetLimits.HIGHEST_RATIO + " times its size, as no honest one does.");
        }
    }

    private void end() throws WorkbookRefusedException {
        ended = true;
        if (checksum.getValue() != entry.checksum()) {
            throw ZipArchive.damaged();
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
