package io.stellwerk.server.explain;

import io.stellwerk.engine.decision.trace.TraceEvent.NotMatched;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring rows of one table that the same fact refused: what a reader takes in as one.
 *
 * @param rules their names, in order
 * @param conditions each once, in order
 * @param actual the fact's value; empty if it had none
 */
record Refusals(String file, List<String> rules, String fact, List<String> conditions, String actual) {

    Refusals {
        rules = List.copyOf(rules);
        conditions = List.copyOf(conditions);
    }

    static List<Refusals> of(List<NotMatched> rows) {
        List<Refusals> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !same(rows.get(from), rows.get(i))) {
                runs.add(run(rows.subList(from, i)));
                from = i;
            }
        }
        return runs;
    }

    private static boolean same(NotMatched one, NotMatched other) {
        return one.rule().file().equals(other.rule().file()) && one.fact().equals(other.fact());
    }

    private static Refusals run(List<NotMatched> rows) {
        NotMatched first = rows.get(0);
        return new Refusals(
                first.rule().file(),
                rows.stream().map(row -> row.rule().rule()).toList(),
                first.fact(),
                rows.stream().map(NotMatched::condition).distinct().toList(),
                first.actual());
    }
}
