package io.stellwerk.bench;

import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.rules.lower.LoweredRules;
import io.stellwerk.rules.table.DecisionTable;
import java.util.List;
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

/** From a checked table to an engine that decides. To hold, warm: 1,000 rows in 50 ms, 10,000 well within 500 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class TableLowering {

    @Param({"10", "1000", "10000"})
    public int rows;

    @Param
    public KeyColumn key;

    private List<DecisionTable> tables;

    @Setup
    public void write() {
        tables = List.of(SampleTables.deciding("table.csv", key, rows));
    }

    @Benchmark
    public RuleEngine lower() {
        return LoweredRules.of(tables, SampleTables.DICTIONARY);
    }
}
