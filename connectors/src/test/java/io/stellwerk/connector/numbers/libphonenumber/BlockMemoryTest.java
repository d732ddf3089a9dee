package io.stellwerk.connector.numbers.libphonenumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlockMemoryTest {

    @Test
    void a_block_asked_for_again_is_remembered() {
        BlockMemory memory = new BlockMemory(16);
        AtomicInteger asked = new AtomicInteger();

        for (int i = 0; i < 5; i++) {
            assertThat(memory.get(4915112345L, block -> asked.incrementAndGet()))
                    .isEqualTo(1);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void many_threads_on_few_slots_only_ever_see_the_value_of_their_own_block() throws Exception {
        long seed = new Random().nextLong();
        BlockMemory memory = new BlockMemory(8);
        Callable<Integer> asking = () -> {
            Random random = new Random(seed);
            int wrong = 0;
            for (int i = 0; i < 100_000; i++) {
                long block = 1 + random.nextLong(1L << 50);
                wrong += memory.get(block % 40 + 1, BlockMemoryTest::value) == value(block % 40 + 1) ? 0 : 1;
                wrong += memory.get(block, BlockMemoryTest::value) == value(block) ? 0 : 1;
            }
            return wrong;
        };

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                wrong.add(threads.submit(asking));
            }
            for (Future<Integer> each : wrong) {
                assertThat(each.get()).as("seed %d", seed).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int value(long block) {
        return (int) (block * 31 % 4096);
    }
}
