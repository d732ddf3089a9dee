package io.stellwerk.rules.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings as they are collected: each once. Not for several threads. */
public final class Findings {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.place().file())
            .thenComparingInt(finding -> finding.place().line())
            .thenComparingInt(finding -> finding.place().character());

    private final Set<Finding> all = new LinkedHashSet<>();

    public void add(Finding finding) {
        all.add(finding);
    }

    public void addAll(Collection<Finding> findings) {
        all.addAll(findings);
    }

    /** By file, line and character; equals in the order in which they were found. */
    public List<Finding> sorted() {
        return all.stream().sorted(BY_PLACE).toList();
    }

    /** Whether nothing that prevents publishing was found in a file so far. */
    public boolean soundIn(String file) {
        return all.stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.place().file().equals(file));
    }

    /** Whether nothing that prevents publishing is among them. */
    public static boolean publishable(Collection<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
