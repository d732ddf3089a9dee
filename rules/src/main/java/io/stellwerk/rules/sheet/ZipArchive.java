package io.stellwerk.rules.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ZIP file in memory (PKWARE APPNOTE 6.3.10, clause 4.3), as far as workbooks need it: no second disk, no ZIP64, stored
 * and deflated entries. What is unpacked is counted over the whole archive. Names differ in more than their letters'
 * case. Not for several threads.
 */
final class ZipArchive {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer bytes;
    private final Map<String, ZipEntryStream.Entry> entries = new LinkedHashMap<>();
    private final UnpackedBytes unpacked = new UnpackedBytes();

    private ZipArchive(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws WorkbookRefusedException if it is no such archive, or damaged */
    static ZipArchive open(byte[] bytes) throws IOException {
        ZipArchive archive = new ZipArchive(bytes);
        try {
            archive.readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw damaged();
        }
        return archive;
    }

    static WorkbookRefusedException damaged() {
        return WorkbookRefusedException.notOne("The file is damaged: it is no whole ZIP archive.");
    }

    private void readDirectory() throws IOException {
        int end = end();
        int count = unsigned(end + 10);
        long directory = bytes.getInt(end + 16) & 0xFFFF_FFFFL;
        if (count == 0xFFFF || directory >= end || unsigned(end + 4) != 0) {
            throw damaged();
        }
        if (count > SheetLimits.MOST_PARTS) {
            throw WorkbookRefusedException.tooLarge(
                    "The archive has " + count + " parts; " + SheetLimits.MOST_PARTS + " are allowed.");
        }
        int at = (int) directory;
        for (int i = 0; i < count; i++) {
            at = readEntry(at);
        }
        if (at > end) {
            throw damaged();
        }
    }

    /** The directory's end record stands last, before a comment whose length it tells. */
    private int end() throws WorkbookRefusedException {
        for (int at = bytes.limit() - END_LENGTH; at >= Math.max(0, bytes.limit() - END_LENGTH - 0xFFFF); at--) {
            if (bytes.getInt(at) == END && at + END_LENGTH + unsigned(at + 20) == bytes.limit()) {
                return at;
            }
        }
        throw damaged();
    }

    /** Answers where the next one begins. */
    private int readEntry(int at) throws IOException {
        if (bytes.getInt(at) != CENTRAL) {
            throw damaged();
        }
        String name = name(at + CENTRAL_LENGTH, unsigned(at + 28));
        if ((unsigned(at + 8) & ENCRYPTED) != 0) {
            throw WorkbookRefusedException.notOne("The archive is encrypted.", "Save the workbook without a password.");
        }
        int method = unsigned(at + 10);
        if (method != STORED && method != DEFLATED) {
            throw damaged();
        }
        int packed = bytes.getInt(at + 20);
        int start = start(bytes.getInt(at + 42), name);
        if (packed < 0 || packed > bytes.limit() - start) {
            throw damaged();
        }
        ByteBuffer content = bytes.slice(start, packed);
        long checksum = bytes.getInt(at + 16) & 0xFFFF_FFFFL;
        ZipEntryStream.Entry entry = new ZipEntryStream.Entry(content, method == DEFLATED, checksum);
        if (entries.putIfAbsent(key(name), entry) != null) {
            throw damaged();
        }
        return at + CENTRAL_LENGTH + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
    }

    /** Where the content begins; the header before it must tell the same name, or readers would see different files. */
    private int start(int local, String name) throws WorkbookRefusedException {
        if (bytes.getInt(local) != LOCAL
                || !name(local + LOCAL_LENGTH, unsigned(local + 26)).equals(name)) {
            throw damaged();
        }
        return local + LOCAL_LENGTH + unsigned(local + 26) + unsigned(local + 28);
    }

    private int unsigned(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private String name(int at, int length) {
        byte[] name = new byte[length];
        bytes.get(at, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** Names of parts are equal whatever their letters' case (ECMA-376 part 2, clause 6.2.2.3). */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** All names, in small letters. */
    Set<String> names() {
        return entries.keySet();
    }

    /** An entry's content, unpacked as it is read; to be closed. */
    Optional<InputStream> stream(String name) {
        return Optional.ofNullable(entries.get(key(name))).map(entry -> new ZipEntryStream(entry, unpacked));
    }
}
