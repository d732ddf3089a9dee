package io.stellwerk.connector.crm.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that could not be read, in a CSV file: line, columns, all reasons, and the row as it stood. It holds personal
 * data, so only its owner may read it. UTF-8 with a byte order mark, by which spreadsheets know it. One thread.
 */
final class Quarantine implements Closeable {

    private static final String HEADING = "\uFEFFline;columns;reasons;row\r\n";

    private final Path file;
    private final Map<QuarantineReason, Long> reasons = new EnumMap<>(QuarantineReason.class);
    private long rows;
    private @Nullable BufferedWriter writer;

    /** Removes what an earlier import left there, so that nobody takes it for this one's. */
    Quarantine(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    void add(CsvRow row, List<RowProblem> problems) throws IOException {
        String columns = problems.stream().map(RowProblem::column).distinct().collect(Collectors.joining(", "));
        String messages = problems.stream().map(Quarantine::message).collect(Collectors.joining(" | "));
        BufferedWriter out = writer();
        out.write(row.line() + ";" + quoted(columns) + ";" + quoted(messages) + ";" + quoted(row.text()) + "\r\n");
        problems.forEach(problem -> reasons.merge(problem.reason(), 1L, Long::sum));
        rows++;
    }

    long rows() {
        return rows;
    }

    Map<QuarantineReason, Long> reasons() {
        return reasons;
    }

    /** Empty if all rows were good. */
    Optional<Path> file() {
        return rows == 0 ? Optional.empty() : Optional.of(file);
    }

    private static String message(RowProblem problem) {
        return problem.column().isEmpty() ? problem.message() : problem.column() + ": " + problem.message();
    }

    private BufferedWriter writer() throws IOException {
        BufferedWriter opened = writer;
        if (opened == null) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file, ownerOnly());
            opened = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            opened.write(HEADING);
            writer = opened;
        }
        return opened;
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
