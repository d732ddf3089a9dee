package io.stellwerk.server.command;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Findings for people: by file, each with its place, what is wrong and what to do. */
final class FindingsText {

    private final PrintWriter out;

    FindingsText(PrintWriter out) {
        this.out = out;
    }

    /** Those of a rule set's folder. */
    void print(Path folder, List<Finding> findings) {
        print(folder.toString(), folder.toString(), findings);
    }

    /** @param what whose findings these are, for the first line */
    void print(String what, List<Finding> findings) {
        print(what, "DIR", findings);
    }

    private void print(String what, String folder, List<Finding> findings) {
        out.println(what + ": " + count(findings, Severity.ERROR, "error") + ", "
                + count(findings, Severity.WARNING, "warning"));
        Map<String, List<Finding>> byFile = new TreeMap<>();
        findings.forEach(finding -> byFile.computeIfAbsent(finding.place().file(), file -> new ArrayList<>())
                .add(finding));
        byFile.forEach((file, ofFile) -> file(folder, file, ofFile));
    }

    private void file(String folder, String file, List<Finding> findings) {
        out.println();
        out.println(file);
        for (Finding finding : findings) {
            String severity = finding.severity().name().toLowerCase(Locale.ROOT);
            out.println(
                    String.format(Locale.ROOT, "  %-8s %-40s [%s]", severity, place(finding.place()), finding.code())
                            .stripTrailing());
            out.println("           " + finding.message());
            out.println("           " + finding.remedy());
            finding.witness().ifPresent(call -> out.println("           " + RouteLine.of(folder, call)));
        }
    }

    /** Without the file, which stands above. */
    private static String place(Place place) {
        List<String> parts = new ArrayList<>();
        if (place.cell().isPresent()) {
            parts.add("cell " + place.cell().get());
        } else if (place.line() > 0) {
            parts.add("line " + place.line() + (place.character() > 0 ? ":" + place.character() : ""));
        }
        if (!place.row().isEmpty()) {
            parts.add(place.row());
        }
        if (!place.column().isEmpty()) {
            parts.add(place.column());
        }
        return parts.isEmpty() ? "the whole file" : String.join(", ", parts);
    }

    private static String count(List<Finding> findings, Severity severity, String word) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
