package io.stellwerk.bench.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.fact.Facts;
import io.stellwerk.rules.fact.FactDictionary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same rules and calls through ours and through standard Drools: every decision agrees. */
class StandardDroolsTest {

    private static final int RULE_SETS = 2_000;
    private static final int CALLS = 100;
    /** Rule sets that standard Drools compiles at once, and that are drawn from one seed. */
    private static final int BATCH = 50;

    /** How often something was asked, and how often a rule that asks it fired. */
    private static final class Count {
        private int asked;
        private int fired;

        @Override
        public String toString() {
            return fired + " of " + asked;
        }
    }

    /** What a batch has covered. */
    private static final class Coverage {

        private final Map<String, Count> operators = new TreeMap<>();
        private final Map<String, Count> features = new TreeMap<>();
        private int calls;
        private int decided;

        /** An operator, whether it is negated and whether the fact has a value. */
        void add(RandomDrl.Rule rule, Facts facts, boolean fired) {
            for (RandomDrl.Use use : rule.uses()) {
                add(operators, use.operator() + (use.negated() ? ", negated" : "") + value(use, facts), fired);
            }
            rule.features().forEach(feature -> add(features, feature, fired));
        }

        private static String value(RandomDrl.Use use, Facts facts) {
            Object value = RandomCalls.DICTIONARY
                    .field(use.fact())
                    .orElseThrow()
                    .value()
                    .apply(facts);
            boolean absent = value == null || (value instanceof Collection<?> texts && texts.isEmpty());
            return absent ? ", no value" : "";
        }

        private static void add(Map<String, Count> counts, String key, boolean fired) {
            Count count = counts.computeIfAbsent(key, name -> new Count());
            count.asked++;
            count.fired += fired ? 1 : 0;
        }

        void addAll(Coverage other) {
            addAll(operators, other.operators);
            addAll(features, other.features);
            calls += other.calls;
            decided += other.decided;
        }

        private static void addAll(Map<String, Count> into, Map<String, Count> counts) {
            counts.forEach((key, count) -> {
                Count sum = into.computeIfAbsent(key, name -> new Count());
                sum.asked += count.asked;
                sum.fired += count.fired;
            });
        }
    }

    @Test
    void every_decision_is_the_one_of_standard_drools() throws Exception {
        long seed = new Random().nextLong();
        Random seeds = new Random(seed);
        List<Callable<Coverage>> batches = Stream.generate(seeds::nextLong)
                .limit(RULE_SETS / BATCH)
                .map(each -> (Callable<Coverage>) () -> batch(each))
                .toList();
        Coverage all = new Coverage();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Coverage> batch : threads.invokeAll(batches)) {
                all.addAll(batch.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(all.calls).isEqualTo(RULE_SETS * CALLS);
        assertThat(all.decided).as("decided by a rule, seed %d", seed).isGreaterThan(all.calls * 3 / 10);
        assertThat(all.operators.keySet()).containsAll(everyOperator());
        assertThat(all.operators).as("seed %d", seed).allSatisfy((use, count) -> {
            assertThat(count.asked).as(use).isGreaterThan(100);
            assertThat(count.fired).as(use).isPositive();
        });
        assertThat(all.features).as("seed %d", seed).allSatisfy((feature, count) -> {
            assertThat(count.asked).as(feature).isGreaterThan(1000);
            assertThat(count.fired > 0).as(feature).isEqualTo(!feature.equals("enabled"));
        });
    }

    /** Each as it is and negated, with a value and without; only sets of calls are never without. */
    private static Set<String> everyOperator() {
        Set<String> all = new TreeSet<>();
        for (String operator : List.of(
                "==",
                "in",
                "== null",
                "<",
                "<=",
                ">",
                ">=",
                "== fact",
                "< fact",
                "<= fact",
                "> fact",
                ">= fact",
                "bare",
                "contains",
                "contains text",
                "matches",
                "memberOf",
                "str[startsWith]",
                "str[endsWith]",
                "str[length]")) {
            for (String negation : List.of("", ", negated")) {
                all.add(operator + negation);
                all.add(operator + negation + ", no value");
            }
        }
        return all;
    }

    private static Coverage batch(long seed) {
        Random random = new Random(seed);
        List<List<RandomDrl.Rule>> ruleSets = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            ruleSets.add(new RandomDrl(random).rules());
            texts.add(RandomDrl.text(ruleSets.get(i)));
        }
        List<StandardDrools> standard = StandardDrools.interpreted(texts);
        Coverage coverage = new Coverage();
        for (int i = 0; i < BATCH; i++) {
            String text = texts.get(i);
            OurRules ours = OurRules.of(text);
            for (int call = 0; call < CALLS; call++) {
                Facts facts = new RandomCalls(random).next();
                StandardDrools.Outcome expected = standard.get(i)
                        .decide(new StandardDrools.Beans(RandomCalls.DICTIONARY, facts), StandardDroolsTest::exists);
                assertThat(ours.decide(facts, StandardDroolsTest::exists, expected.fired()))
                        .as(() -> "seed of the batch " + seed + ", call " + describe(facts) + "\n" + text)
                        .isEqualTo(expected);
                coverage.calls++;
                coverage.decided += expected.decision().isPresent() ? 1 : 0;
                ruleSets.get(i)
                        .forEach(rule ->
                                coverage.add(rule, facts, expected.fired().contains(rule.name())));
            }
        }
        return coverage;
    }

    private static boolean exists(String plan) {
        return !plan.equals("plan-4") && !plan.equals("kam-carl");
    }

    private static String describe(Facts facts) {
        List<String> values = new ArrayList<>();
        RandomCalls.DICTIONARY.fields().forEach(field -> {
            Object value = field.value().apply(facts);
            if (value != null) {
                values.add(field.name() + " = " + FactDictionary.text(value));
            }
        });
        return String.join(", ", values);
    }
}
