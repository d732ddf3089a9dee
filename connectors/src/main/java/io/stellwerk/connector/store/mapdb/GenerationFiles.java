package io.stellwerk.connector.store.mapdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The generations of one kind in a folder: {@code customers-0000000007.mapdb}. A file bears this name only when it is
 * whole and forced to disk; one that is found broken gets {@code .broken} behind it. Used under the folder's lock.
 */
final class GenerationFiles {

    static final String BUILDING = ".building";
    private static final String BROKEN = ".broken";
    /** The current generation and the one before, which serves if the current one turns out broken. */
    private static final int KEPT = 2;

    private final Path folder;
    private final String kind;
    private final Pattern name;

    GenerationFiles(Path folder, String kind) {
        this.folder = folder;
        this.kind = kind;
        this.name = Pattern.compile(Pattern.quote(kind) + "-(\\d{1,18})\\.mapdb(" + Pattern.quote(BROKEN) + ")?");
    }

    /** Removes what an import left behind that did not come to its end. */
    void sweep() throws IOException {
        for (Path file : files()) {
            String fileName = file.getFileName().toString();
            if (fileName.startsWith(kind + "-") && fileName.endsWith(BUILDING)) {
                Files.delete(file);
            }
        }
    }

    /** The numbers of the whole generations, newest first. */
    List<Long> newestFirst() throws IOException {
        List<Long> generations = new ArrayList<>();
        for (Path file : files()) {
            OptionalLong generation = generation(file);
            if (generation.isPresent() && !isBroken(file)) {
                generations.add(generation.getAsLong());
            }
        }
        generations.sort(Comparator.reverseOrder());
        return generations;
    }

    /** Higher than that of any file there is, broken ones too. */
    long next() throws IOException {
        return files().stream()
                        .map(this::generation)
                        .flatMapToLong(OptionalLong::stream)
                        .max()
                        .orElse(0)
                + 1;
    }

    Path file(long generation) {
        return folder.resolve("%s-%010d.mapdb".formatted(kind, generation));
    }

    /** A file to work in; {@link #sweep} finds it if the work does not come to its end. */
    Path working(long generation, String purpose) {
        return folder.resolve("%s-%010d-%s%s".formatted(kind, generation, purpose, BUILDING));
    }

    /** Gives the finished file its name so that after a crash it is there whole or not at all. */
    void publish(Path finished, long generation) throws IOException {
        try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(finished, file(generation), StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
    }

    Path setAside(long generation) throws IOException {
        Path file = file(generation);
        Path aside = file.resolveSibling(file.getFileName() + BROKEN);
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return aside;
    }

    /** Removes what is older than the generations to keep, broken ones too. */
    void prune() throws IOException {
        List<Long> generations = newestFirst();
        long oldestKept = generations.isEmpty() ? 0 : generations.get(Math.min(KEPT, generations.size()) - 1);
        for (Path file : files()) {
            OptionalLong generation = generation(file);
            if (generation.isPresent() && generation.getAsLong() < oldestKept) {
                Files.delete(file);
            }
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private OptionalLong generation(Path file) {
        Matcher matcher = name.matcher(file.getFileName().toString());
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    private static boolean isBroken(Path file) {
        return file.getFileName().toString().endsWith(BROKEN);
    }
}
