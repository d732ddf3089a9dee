package io.stellwerk.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something wrong that is written into the sample's files.
 *
 * @param code of the finding that there must be
 * @param row in which it stands: a row, a rule or an element
 * @param decidedBy who may take the finding's call; "nobody" for none; empty if no call can show it
 */
record SeededDefect(
        String name,
        List<Replacement> replacements,
        String severity,
        String code,
        String file,
        String row,
        List<String> decidedBy) {

    private static final Path LIST = Path.of("src/test/resources/defects.txt");
    private static final String DECIDED_BY = " | decided by ";

    record Replacement(String file, String from, String to) {}

    @Override
    public String toString() {
        return name;
    }

    static List<SeededDefect> all() {
        try {
            List<SeededDefect> defects = new ArrayList<>();
            String name = "";
            List<Replacement> replacements = new ArrayList<>();
            String[] from = {"", ""};
            for (String line : Files.readAllLines(LIST)) {
                String text = line.length() > 2 ? line.substring(2).replace("\\n", "\n") : "";
                if (line.startsWith("= ")) {
                    name = text;
                } else if (line.startsWith("< ")) {
                    from = text.split(" \\| ", 2);
                } else if (line.startsWith("> ")) {
                    replacements.add(new Replacement(from[0], from[1], text));
                } else if (line.startsWith("! ")) {
                    defects.add(expecting(name, List.copyOf(replacements), text));
                    replacements.clear();
                }
            }
            return defects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SeededDefect expecting(String name, List<Replacement> replacements, String text) {
        int witness = text.indexOf(DECIDED_BY);
        String[] finding = (witness < 0 ? text : text.substring(0, witness)).split(" ", 4);
        List<String> decidedBy = witness < 0
                ? List.of()
                : List.of(text.substring(witness + DECIDED_BY.length()).split(", "));
        return new SeededDefect(
                name,
                replacements,
                finding[0],
                finding[1],
                finding[2],
                finding[3].equals("-") ? "" : finding[3],
                decidedBy);
    }

    /** The files with the defect in them. */
    Map<String, byte[]> in(Map<String, byte[]> files) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        for (Replacement replacement : replacements) {
            String text = new String(changed.get(replacement.file()), StandardCharsets.UTF_8);
            if (!text.contains(replacement.from())) {
                throw new AssertionError(replacement.file() + " has no '" + replacement.from() + "' any more");
            }
            changed.put(
                    replacement.file(),
                    text.replace(replacement.from(), replacement.to()).getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }
}
