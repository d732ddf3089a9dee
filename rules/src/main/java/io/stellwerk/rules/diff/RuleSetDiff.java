package io.stellwerk.rules.diff;

import io.stellwerk.engine.record.VersionFiles;
import io.stellwerk.rules.diff.Change.Part;
import io.stellwerk.rules.read.FolderReader;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between two rule sets. Spelling, order of columns and comments of files do not differ: only what a reader of
 * the rule set would call different.
 */
public record RuleSetDiff(List<Change> changes) {

    public RuleSetDiff {
        changes = List.copyOf(changes);
    }

    /** Both without errors: what cannot be read cannot be compared. */
    public static RuleSetDiff between(RuleSetFiles before, RuleSetFiles after) {
        RuleSetSource was = FolderReader.read(before).source();
        RuleSetSource is = FolderReader.read(after).source();
        List<Change> changes = new ArrayList<>();
        changes.addAll(compare(was, is, source -> RouteElements.settings(source.tenant())));
        changes.addAll(compare(was, is, source -> RouteElements.hotlines(source.hotlines())));
        changes.addAll(compare(
                was, is, source -> RouteElements.targets(source.targets().values())));
        changes.addAll(compare(was, is, source -> RouteElements.people(source.people())));
        changes.addAll(
                compare(was, is, source -> RouteElements.plans(source.plans().values())));
        changes.addAll(compare(
                was, is, source -> RouteElements.calendars(source.calendars().values())));
        changes.addAll(compare(was, is, source -> RuleElements.tables(source.tables())));
        changes.addAll(rows(was.tables(), is.tables()));
        changes.addAll(compare(was, is, source -> RuleElements.rules(source.rules())));
        changes.addAll(Elements.compare(tests(before), tests(after)));
        return new RuleSetDiff(changes);
    }

    private static List<Change> compare(
            RuleSetSource before, RuleSetSource after, Function<RuleSetSource, Elements> elements) {
        return Elements.compare(elements.apply(before), elements.apply(after));
    }

    /** Of tables that are in both; those of a new table go without saying. */
    private static List<Change> rows(List<DecisionTable> before, List<DecisionTable> after) {
        Map<String, DecisionTable> was = before.stream().collect(Collectors.toMap(DecisionTable::file, t -> t));
        List<Change> changes = new ArrayList<>();
        for (DecisionTable table : after) {
            DecisionTable old = was.get(table.file());
            if (old != null) {
                changes.addAll(Elements.compare(RuleElements.rows(old), RuleElements.rows(table)));
            }
        }
        return changes;
    }

    private static Elements tests(RuleSetFiles files) {
        Map<String, Map<Field, String>> elements = new TreeMap<>();
        files.tests()
                .forEach(name -> elements.put(
                        name,
                        Map.of(
                                Field.of("content", "content", "Inhalt"),
                                "sha256:" + VersionFiles.sha256(files.bytes(name)))));
        return new Elements(Part.TEST_FILE, "", elements, false);
    }
}
