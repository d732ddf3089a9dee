package io.stellwerk.rules.lower;

import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.index.UsedFacts;
import io.stellwerk.rules.table.HitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts what derives together as sources for Drools: each table is one, and so are rules that follow each other. */
final class Derivation {

    private final List<List<Part>> runs;
    private final List<SegmentUse> uses;
    /** By source the last one, in their order, on which it depends, directly or through others; -1 if on none. */
    private final int[] lastNeeded;

    private Derivation(List<Part> inOrder) {
        this.runs = runs(inOrder);
        this.uses = runs.stream()
                .map(run -> SegmentUse.of(run.stream().map(SegmentUse::of).toList()))
                .toList();
        this.lastNeeded = lastNeeded();
    }

    /** @param inOrder by {@link Strata#inOrder} */
    static List<HitSource> of(List<Part> inOrder, UsedFacts facts) {
        Derivation derivation = new Derivation(inOrder);
        return IntStream.range(0, derivation.runs.size())
                .mapToObj(source -> derivation.source(source, facts))
                .toList();
    }

    /** Each table alone, rules as long as no table stands between them. */
    static List<List<Part>> runs(List<Part> inOrder) {
        List<List<Part>> runs = new ArrayList<>();
        boolean goesOn = false;
        for (Part part : inOrder) {
            if (!goesOn || part instanceof Part.OfTable) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(part);
            goesOn = part instanceof Part.OfRule;
        }
        return runs;
    }

    /** @param run one of {@link #runs} */
    static LoweredRows lowered(List<Part> run, UsedFacts facts) {
        if (run.get(0) instanceof Part.OfTable of) {
            return LoweredRows.of(of.table(), facts);
        }
        List<DrlRule> rules =
                run.stream().map(part -> ((Part.OfRule) part).rule()).toList();
        return LoweredRows.of(rules, facts);
    }

    private HitSource source(int number, UsedFacts facts) {
        Chaining chaining = new Chaining(asksAgain(number), wakes(number));
        List<Part> run = runs.get(number);
        LoweredRows rows = lowered(run, facts);
        return run.get(0) instanceof Part.OfTable of
                ? new DerivingTable(rows, of.table().hitPolicy() == HitPolicy.COLLECT, chaining)
                : new DerivingRules(rows, chaining);
    }

    private boolean asksAgain(int source) {
        return lastNeeded[source] >= source;
    }

    /** A later source is waked only if this one may derive after it has been asked. */
    private boolean wakes(int source) {
        return IntStream.range(0, runs.size())
                .anyMatch(other -> asksAgain(other)
                        && uses.get(other).dependsOn(uses.get(source))
                        && (other <= source || asksAgain(source)));
    }

    private int[] lastNeeded() {
        int[] last = new int[runs.size()];
        for (int source = 0; source < last.length; source++) {
            last[source] = -1;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int source = 0; source < last.length; source++) {
                for (int other = 0; other < last.length; other++) {
                    int needed = Math.max(other, last[other]);
                    if (needed > last[source] && uses.get(source).dependsOn(uses.get(other))) {
                        last[source] = needed;
                        changed = true;
                    }
                }
            }
        }
        return last;
    }
}
