package io.stellwerk.rules.testcase;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.explain.RuleRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules counted in how many cases. A deriving rule counts when it matches, a deciding one when it decides.
 *
 * @param files in the order in which they count
 */
public record Coverage(List<OfFile> files) {

    /** @param switchedOff rules that take no part: they are not among the others */
    public record OfFile(String file, List<OfRule> rules, List<RuleRef> switchedOff) {

        public OfFile {
            rules = List.copyOf(rules);
            switchedOff = List.copyOf(switchedOff);
        }

        public List<RuleRef> neverHit() {
            return rules.stream()
                    .filter(rule -> rule.hits() == 0)
                    .map(OfRule::rule)
                    .toList();
        }

        public int hit() {
            return rules.size() - neverHit().size();
        }
    }

    /** @param hits in how many cases it counted */
    public record OfRule(RuleRef rule, int hits) {}

    public Coverage {
        files = List.copyOf(files);
    }

    static Coverage of(RuleBook rules, Map<RuleId, Integer> hits) {
        Map<String, List<OfRule>> byFile = new LinkedHashMap<>();
        Map<String, List<RuleRef>> switchedOff = new LinkedHashMap<>();
        for (RuleBook.Entry entry : rules.entries()) {
            RuleRef rule = entry.rule();
            List<OfRule> counted = byFile.computeIfAbsent(rule.file(), file -> new ArrayList<>());
            if (entry.enabled()) {
                counted.add(new OfRule(rule, hits.getOrDefault(rule.id(), 0)));
            } else {
                switchedOff
                        .computeIfAbsent(rule.file(), file -> new ArrayList<>())
                        .add(rule);
            }
        }
        List<OfFile> files = new ArrayList<>();
        byFile.forEach(
                (file, counted) -> files.add(new OfFile(file, counted, switchedOff.getOrDefault(file, List.of()))));
        return new Coverage(files);
    }

    public int rules() {
        return files.stream().mapToInt(file -> file.rules().size()).sum();
    }

    public int hit() {
        return files.stream().mapToInt(OfFile::hit).sum();
    }

    /** In the order of the files. */
    public List<RuleRef> neverHit() {
        return files.stream().flatMap(file -> file.neverHit().stream()).toList();
    }
}
