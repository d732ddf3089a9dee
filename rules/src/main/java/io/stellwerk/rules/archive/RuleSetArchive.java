package io.stellwerk.rules.archive;

import io.stellwerk.engine.record.VersionFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip archives of a rule set's folder, or of the folder's content. Hostile ones are refused in bounded time and memory. */
public final class RuleSetArchive {

    private static final int LARGEST_FILE = (8 << 20) + 1;
    private static final int LARGEST_UNPACKED = 40 << 20;
    private static final int MOST_ENTRIES = 2000;
    private static final int LONGEST_NAME = 300;
    private static final Pattern UNSAFE = Pattern.compile("(^|/)\\.\\.(/|$)|^/|^[A-Za-z]:|[\\x00-\\x1f]|//");
    private static final String TENANT = "tenant.yaml";
    /** Archives of equal files are equal. Zip knows no time before. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> contents = new TreeMap<>();
    private int entries;
    private int unpacked;

    private RuleSetArchive() {}

    /**
     * All files in an archive, whether they belong to a rule set or not. If all of them are in one folder, it is left out.
     *
     * @throws UnreadableArchiveException if it is no zip archive, too large, or has names that no folder can have
     */
    public static VersionFiles read(byte[] archive) throws UnreadableArchiveException {
        RuleSetArchive reading = new RuleSetArchive();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                reading.add(entry, zip);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableArchiveException(
                    "It is no zip archive, or damaged: " + broken.getMessage() + ". Send the folder as a zip archive.");
        }
        if (reading.contents.isEmpty()) {
            throw new UnreadableArchiveException(
                    "There is no file in it, or it is no zip archive. Send the rule set's folder as a zip archive.");
        }
        return VersionFiles.of(withoutFolder(reading.contents));
    }

    private void add(ZipEntry entry, ZipInputStream zip) throws IOException, UnreadableArchiveException {
        String name = entry.getName().replace('\\', '/');
        if (++entries > MOST_ENTRIES) {
            throw new UnreadableArchiveException(
                    "It has more than " + MOST_ENTRIES + " entries. Leave out what does not belong to the rule set.");
        }
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || UNSAFE.matcher(name).find()) {
            throw new UnreadableArchiveException("The name of its entry " + entries
                    + " leads out of the folder or is no name. Pack the rule set's folder anew.");
        }
        if (entry.isDirectory()) {
            return;
        }
        byte[] content = zip.readNBytes(LARGEST_FILE);
        unpacked += content.length;
        if (unpacked > LARGEST_UNPACKED || content.length == LARGEST_FILE) {
            throw new UnreadableArchiveException(
                    "'" + name + "' is too large: a file has at most 8 MiB, and all together "
                            + (LARGEST_UNPACKED >> 20) + " MiB. Leave out what does not belong to the rule set.");
        }
        if (contents.put(name, content) != null) {
            throw new UnreadableArchiveException("It has two files '" + name + "'. Pack the rule set's folder anew.");
        }
    }

    private static Map<String, byte[]> withoutFolder(Map<String, byte[]> contents) {
        List<String> names = new ArrayList<>(contents.keySet());
        String folder = names.get(0).substring(0, names.get(0).indexOf('/') + 1);
        if (folder.isEmpty()
                || !contents.containsKey(folder + TENANT)
                || !names.stream().allMatch(name -> name.startsWith(folder))) {
            return contents;
        }
        Map<String, byte[]> inner = new TreeMap<>();
        contents.forEach((name, content) -> inner.put(name.substring(folder.length()), content));
        return inner;
    }

    /** The archive of some files: always the same bytes for the same files. */
    public static byte[] write(VersionFiles files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : files.names()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(files.bytes(name));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing into memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }
}
