package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.carrier.http.AnswerMemory.Held;
import io.stellwerk.connector.carrier.http.AnswerMemory.QueryKey;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

    private static final QueryKey KEY = new QueryKey("kam", "kam-1", "call-1", 1);

    private final AnswerMemory memory = new AnswerMemory(Duration.ofSeconds(30), 1_000, 1 << 20, 0);

    @Test
    void the_first_answers_and_the_second_gets_the_same() {
        Held first = new Held(0);
        Held second = new Held(1);
        Answer answer = answer("a");

        assertThat(memory.claim(KEY, first)).isSameAs(first);
        assertThat(memory.claim(KEY, second)).isSameAs(first);
        assertThat(first.ready()).isNull();

        memory.settle(KEY, first, answer);
        assertThat(memory.claim(KEY, second).ready()).isSameAs(answer);
    }

    @Test
    void who_waits_is_told() {
        Held first = new Held(0);
        List<Answer> told = new ArrayList<>();

        memory.claim(KEY, first);
        memory.claim(KEY, new Held(1)).whenReady(told::add);
        memory.settle(KEY, first, answer("a"));

        assertThat(told).containsExactly(answer("a"));
    }

    @Test
    void another_carrier_network_call_or_attempt_is_another_query() {
        memory.claim(KEY, new Held(0));

        for (QueryKey other : List.of(
                new QueryKey("other", "kam-1", "call-1", 1),
                new QueryKey("kam", "kam-2", "call-1", 1),
                new QueryKey("kam", "kam-1", "call-2", 1),
                new QueryKey("kam", "kam-1", "call-1", 2))) {
            Held entry = new Held(1);
            assertThat(memory.claim(other, entry)).isSameAs(entry);
        }
    }

    @Test
    void it_lasts_for_thirty_seconds_and_no_longer() {
        Held first = new Held(seconds(20));
        memory.claim(KEY, first);
        memory.settle(KEY, first, answer("a"));

        assertThat(memory.claim(KEY, new Held(seconds(49)))).isSameAs(first);
        Held late = new Held(seconds(50));
        assertThat(memory.claim(KEY, late)).isSameAs(late);
    }

    @Test
    void what_was_released_is_not_kept_but_told_to_those_who_wait() {
        Held first = new Held(0);
        List<Answer> told = new ArrayList<>();
        memory.claim(KEY, first);
        memory.claim(KEY, new Held(0)).whenReady(told::add);

        memory.release(KEY, first, Problem.NOT_A_NUMBER);

        assertThat(told).containsExactly(Problem.NOT_A_NUMBER);
        Held next = new Held(1);
        assertThat(memory.claim(KEY, next)).isSameAs(next);
    }

    @Test
    void it_never_holds_more_entries_than_it_may() {
        for (int i = 0; i < 10_000; i++) {
            remember("call-" + i, "a");
            assertThat(memory.size()).isLessThanOrEqualTo(1_000);
        }
        assertThat(memory.size()).isGreaterThan(400);
    }

    @Test
    void large_answers_are_forgotten_sooner() {
        String large = "x".repeat(16_384);
        for (int i = 0; i < 200; i++) {
            remember("call-" + i, large);
        }

        assertThat(memory.size()).isLessThanOrEqualTo(64);
    }

    @Test
    void among_many_threads_one_answers_even_while_generations_change() throws Exception {
        int threads = 4;
        int calls = 4_000;
        Set<String> answered = ConcurrentHashMap.newKeySet();
        List<String> twice = java.util.Collections.synchronizedList(new ArrayList<>());
        AnswerMemory small = new AnswerMemory(Duration.ofSeconds(30), 4_000, 1 << 30, 0);
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                done.add(pool.submit(() -> {
                    for (int i = 0; i < calls; i++) {
                        if (i % 100 == 0) {
                            together.await(10, TimeUnit.SECONDS);
                        }
                        QueryKey key = new QueryKey("kam", "", "call-" + i, 1);
                        Held mine = new Held(i);
                        if (small.claim(key, mine) == mine) {
                            if (!answered.add(key.requestId())) {
                                twice.add(key.requestId());
                            }
                            small.settle(key, mine, answer("a"));
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get(30, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(answered).hasSize(calls);
        assertThat(twice).isEmpty();
    }

    private void remember(String requestId, String body) {
        QueryKey key = new QueryKey("kam", "kam-1", requestId, 1);
        Held mine = new Held(1);
        assertThat(memory.claim(key, mine)).isSameAs(mine);
        memory.settle(key, mine, answer(body));
    }

    private static Answer answer(String body) {
        return new Answer(200, Buffer.buffer(body));
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
