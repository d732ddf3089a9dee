package io.stellwerk.bench;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.lower.LoweredRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision by one table. To hold: 10,000 rows cost at most 3 times what 10 rows cost, and 40 times the look-up that
 * somebody would write by hand who knew the table's key.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TableDecision {

    @Param({"10", "1000", "10000"})
    public int rows;

    @Param
    public KeyColumn key;

    private RuleEngine engine;
    private SampleCalls calls;
    private Deadline deadline;
    private Map<Long, Ruling> byPrefix;
    private Map<String, Ruling> byCode;

    @Setup
    public void lower() {
        engine = LoweredRules.of(List.of(SampleTables.deciding("table.csv", key, rows)), SampleTables.DICTIONARY);
        calls = new SampleCalls(rows);
        deadline = new Deadline(System.nanoTime() + TimeUnit.HOURS.toNanos(1), System::nanoTime);
        byPrefix = new HashMap<>();
        byCode = new HashMap<>();
        for (int code = 0; code < rows; code++) {
            Ruling ruling = new Ruling.RouteTo("plan-" + code, new RuleId("table.csv", "r" + code));
            byPrefix.put(SampleTables.prefixOf(code), ruling);
            byCode.put(SampleTables.codeOf(code), ruling);
        }
    }

    @Benchmark
    public Verdict table() {
        return engine.evaluate(calls.next(), plan -> true, deadline, DecisionTrace.NONE);
    }

    @Benchmark
    public Verdict hashLookUp() {
        Facts facts = calls.next();
        Ruling found = key == KeyColumn.NUMBER_PREFIX
                ? byPrefix.get(facts.call().calling().number().orElseThrow().digits() / 1000)
                : byCode.get(facts.customer().orElseThrow().preferredContact());
        return new Verdict(List.of(), List.of(), found == null ? Ruling.SILENT : found);
    }
}
