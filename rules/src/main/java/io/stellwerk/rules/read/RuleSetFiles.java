package io.stellwerk.rules.read;

import io.stellwerk.engine.record.VersionFiles;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The files of one rule set by name, sorted: immutable, from a folder, an upload or a store.
 *
 * <p>Only files that belong to a rule set are kept. Others are known by name, so that {@link #findings()} can tell of
 * those that somebody may have meant to belong to it.
 */
public final class RuleSetFiles {

    public static final String TENANT = "tenant.yaml";
    public static final String HOTLINES = "hotlines.yaml";
    public static final String TARGETS = "targets.yaml";
    public static final String PLANS = "plans.yaml";
    public static final String CALENDARS = "calendars.yaml";

    /** Of one file, in bytes. */
    public static final int LARGEST_FILE = 8 << 20;

    static final int LARGEST_SET = 32 << 20;
    static final int MOST_FILES = 1000;

    private static final int DEEPEST = 4;
    private static final Set<String> NAMED = Set.of(TENANT, HOTLINES, TARGETS, PLANS, CALENDARS);

    private final SortedMap<String, byte[]> files;
    private final List<Finding> findings;

    private RuleSetFiles(SortedMap<String, byte[]> files, List<Finding> findings) {
        this.files = files;
        this.findings = List.copyOf(findings);
    }

    /** The files of a folder, links and files that begin with a dot left out. */
    public static RuleSetFiles ofFolder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            TreeMap<String, Supplier<byte[]>> contents = new TreeMap<>();
            walk.filter(Files::isRegularFile)
                    .filter(path -> !Files.isSymbolicLink(path))
                    .forEach(path -> contents.put(name(folder, path), () -> firstBytes(path)));
            return collect(contents);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** @param byName names with {@code /} between folder and file, each with its content */
    public static RuleSetFiles of(Map<String, byte[]> byName) {
        TreeMap<String, Supplier<byte[]>> contents = new TreeMap<>();
        byName.forEach((name, content) -> contents.put(name, content::clone));
        return collect(contents);
    }

    /** The files of a stored version. */
    public static RuleSetFiles of(VersionFiles version) {
        return of(version.contents());
    }

    /** As {@link #of(Map)}, from texts. */
    public static RuleSetFiles ofTexts(Map<String, String> byName) {
        Map<String, byte[]> bytes = new TreeMap<>();
        byName.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return of(bytes);
    }

    /** Reads only what belongs to a rule set: there may be huge files beside it. */
    private static RuleSetFiles collect(SortedMap<String, Supplier<byte[]>> contents) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        long total = 0;
        for (Map.Entry<String, Supplier<byte[]>> entry : contents.entrySet()) {
            String name = entry.getKey();
            if (!belongs(name)) {
                StrangeFiles.finding(name).ifPresent(findings::add);
                continue;
            }
            if (files.size() == MOST_FILES) {
                findings.add(FindingCode.TOO_MANY_FILES.at(
                        Place.of(name),
                        "A rule set has at most " + MOST_FILES + " files.",
                        "Join tables, or split the tenant."));
                break;
            }
            byte[] content = entry.getValue().get();
            total += content.length;
            if (content.length > LARGEST_FILE || total > LARGEST_SET) {
                findings.add(FindingCode.FILE_TOO_LARGE.at(
                        Place.of(name),
                        "A file has at most " + (LARGEST_FILE >> 20) + " MiB and all files together "
                                + (LARGEST_SET >> 20) + " MiB.",
                        "Split the table, or leave rows out."));
            } else {
                files.put(name, content);
            }
        }
        return new RuleSetFiles(Collections.unmodifiableSortedMap(files), findings);
    }

    /** One byte more than allowed is enough to know that a file is too large. */
    private static byte[] firstBytes(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean belongs(String name) {
        return NAMED.contains(name) || isTable(name) || isDrl(name) || isTest(name);
    }

    private static boolean isTable(String name) {
        return inFolder(name, "rules/") && (name.endsWith(".csv") || name.endsWith(".json") || name.endsWith(".xlsx"));
    }

    private static boolean isDrl(String name) {
        return inFolder(name, "rules/") && name.endsWith(".drl");
    }

    private static boolean isTest(String name) {
        return inFolder(name, "tests/") && name.endsWith(".csv");
    }

    private static boolean inFolder(String name, String folder) {
        return name.startsWith(folder) && name.indexOf('/', folder.length()) < 0 && !name.startsWith(folder + ".");
    }

    /** All names, sorted. */
    public SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    /** The decision tables in the order in which they count: that of their names. */
    public List<String> tables() {
        return names(RuleSetFiles::isTable);
    }

    /** The files of DRL rules in the order in which they count: that of their names. */
    public List<String> drlFiles() {
        return names(RuleSetFiles::isDrl);
    }

    /** The files of sample calls. */
    public List<String> tests() {
        return names(RuleSetFiles::isTest);
    }

    private List<String> names(Predicate<String> wanted) {
        return files.keySet().stream().filter(wanted).toList();
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** @throws IllegalArgumentException if there is no such file */
    public byte[] bytes(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IllegalArgumentException("The rule set has no file '" + name + "'");
        }
        return content.clone();
    }

    /** Whether there is such a file that was not taken, as {@link #findings()} say. */
    boolean refused(String name) {
        return findings.stream().anyMatch(finding -> finding.place().file().equals(name));
    }

    /** What is wrong with the files themselves: too large, of unknown names. */
    public List<Finding> findings() {
        return findings;
    }

    /** As a version keeps them. */
    public VersionFiles asVersion() {
        return VersionFiles.of(files);
    }

    @Override
    public String toString() {
        return "RuleSetFiles" + files.keySet();
    }
}
