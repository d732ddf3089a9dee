package io.stellwerk.bench;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.lower.LoweredRules;
import io.stellwerk.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision by a usual rule set: two deriving tables and six deciding ones, 1,000 rows in all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RuleSetDecision {

    private RuleEngine engine;
    private SampleCalls calls;
    private Deadline deadline;

    @Setup
    public void lower() {
        List<DecisionTable> tables = new ArrayList<>();
        tables.add(SampleTables.deriving("segments.csv", 20));
        tables.add(SampleTables.deriving("more-segments.csv", 20));
        for (int i = 0; i < 6; i++) {
            KeyColumn key = i % 2 == 0 ? KeyColumn.TEXT : KeyColumn.NUMBER_PREFIX;
            tables.add(SampleTables.deciding("decide-" + i + ".csv", key, i * 160, 160));
        }
        engine = LoweredRules.of(tables, SampleTables.DICTIONARY);
        calls = new SampleCalls(960);
        deadline = new Deadline(System.nanoTime() + TimeUnit.HOURS.toNanos(1), System::nanoTime);
    }

    @Benchmark
    public Verdict ruleSet() {
        return engine.evaluate(calls.next(), plan -> true, deadline, DecisionTrace.NONE);
    }
}
