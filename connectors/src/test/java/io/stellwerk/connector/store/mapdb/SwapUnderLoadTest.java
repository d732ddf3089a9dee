package io.stellwerk.connector.store.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.port.CustomerDirectoryContract.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapUnderLoadTest {

    private static final int GENERATIONS = 20;
    private static final int READERS = 3;
    private static final int CUSTOMERS = 1_000;
    private static final PhoneNumber SHARED = PhoneNumber.of("+49300");
    private static final int SHARING = 20;

    @TempDir
    Path folder;

    @Test
    void every_read_sees_one_whole_generation_and_none_fails() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (MapDbCustomerDirectory directory = MapDbCustomerDirectory.open(folder, InstantSource.system())) {
            Publishing.customers(directory, generation(0));
            AtomicBoolean published = new AtomicBoolean();
            List<Future<Set<Integer>>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(new Reader(directory, published, i)));
            }

            for (int i = 1; i <= GENERATIONS; i++) {
                Publishing.customers(directory, generation(i));
            }
            published.set(true);

            Set<Integer> seen = new HashSet<>();
            for (Future<Set<Integer>> reader : readers) {
                seen.addAll(reader.get());
            }
            assertThat(seen).as("generations seen").hasSizeGreaterThan(GENERATIONS / 2);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Reads until all is published; answers the generations it saw. */
    private record Reader(MapDbCustomerDirectory directory, AtomicBoolean published, int start)
            implements Callable<Set<Integer>> {

        @Override
        public Set<Integer> call() {
            int last = -1;
            Set<Integer> seen = new HashSet<>();
            for (int i = start; !published.get() || last < GENERATIONS; i++) {
                int generation = generationOf(directory.find(SHARED), SHARING);
                assertThat(generation).isGreaterThanOrEqualTo(last);
                seen.add(generation);
                int later = generationOf(directory.find(new PhoneNumber(4930_000_000L + i % CUSTOMERS)), 1);
                assertThat(later).isGreaterThanOrEqualTo(generation);
                assertThat(directory.customer("K" + i % CUSTOMERS)).isPresent();
                last = later;
            }
            return seen;
        }

        private static int generationOf(CustomerMatches matches, int expected) {
            List<Integer> generations = matches.candidates().stream()
                    .map(CustomerProfile::dunningLevel)
                    .toList();
            assertThat(generations).hasSize(expected);
            assertThat(Set.copyOf(generations)).hasSize(1);
            return generations.get(0);
        }
    }

    private static List<Entry> generation(int generation) throws IOException {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Entry(customer("K" + i, generation), numbers(i), Set.of()))
                .toList();
    }

    private static Set<PhoneNumber> numbers(int i) {
        PhoneNumber own = new PhoneNumber(4930_000_000L + i);
        return i < SHARING ? Set.of(own, SHARED) : Set.of(own);
    }

    private static CustomerProfile customer(String id, int generation) {
        CustomerProfile plain = BrokenGenerationTest.named(id, "Jemand");
        return new CustomerProfile(
                plain.id(),
                plain.name(),
                plain.customerClass(),
                plain.value(),
                plain.since(),
                generation,
                plain.openComplaints(),
                plain.openOffers(),
                plain.language(),
                plain.tags(),
                plain.preferredContact(),
                plain.organisations(),
                plain.attributes());
    }
}
