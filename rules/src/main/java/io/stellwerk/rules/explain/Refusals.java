package io.stellwerk.rules.explain;

import io.stellwerk.rules.explain.RuleTrial.FailedCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one file that did not match, by the fact that refused them: what a reader takes in at once, however many
 * rules it are.
 *
 * @param byFact in the order in which the facts refused
 */
record Refusals(String file, int rules, List<ByFact> byFact) {

    Refusals {
        byFact = List.copyOf(byFact);
    }

    /**
     * @param actual the fact's value; empty if it had none
     * @param conditions those that most rules ask for first
     */
    record ByFact(String fact, String actual, List<ByCondition> conditions) {}

    /** @param rules their names, in order */
    record ByCondition(String condition, List<String> rules) {}

    /** Runs of rules of one file, in their order. */
    static List<Refusals> of(List<RuleTrial> notMatched) {
        List<Refusals> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= notMatched.size(); i++) {
            if (i == notMatched.size() || !sameFile(notMatched.get(from), notMatched.get(i))) {
                runs.add(run(notMatched.subList(from, i)));
                from = i;
            }
        }
        return runs;
    }

    private static boolean sameFile(RuleTrial one, RuleTrial other) {
        return one.rule().file().equals(other.rule().file());
    }

    private static Refusals run(List<RuleTrial> trials) {
        Map<String, Map<String, List<String>>> byFact = new LinkedHashMap<>();
        Map<String, String> actual = new LinkedHashMap<>();
        for (RuleTrial trial : trials) {
            FailedCondition failed =
                    trial.failed().orElseThrow(() -> new IllegalArgumentException("Nothing failed in " + trial.rule()));
            actual.putIfAbsent(failed.fact(), failed.actual());
            byFact.computeIfAbsent(failed.fact(), fact -> new LinkedHashMap<>())
                    .computeIfAbsent(failed.condition(), condition -> new ArrayList<>())
                    .add(trial.rule().name());
        }
        List<ByFact> facts = new ArrayList<>();
        byFact.forEach((fact, conditions) ->
                facts.add(new ByFact(fact, actual.getOrDefault(fact, ""), conditions(conditions))));
        return new Refusals(trials.get(0).rule().file(), trials.size(), facts);
    }

    private static List<ByCondition> conditions(Map<String, List<String>> rules) {
        return rules.entrySet().stream()
                .map(entry -> new ByCondition(entry.getKey(), List.copyOf(entry.getValue())))
                .sorted((a, b) -> Integer.compare(b.rules().size(), a.rules().size()))
                .toList();
    }
}
