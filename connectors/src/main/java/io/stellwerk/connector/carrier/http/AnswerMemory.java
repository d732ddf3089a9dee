package io.stellwerk.connector.carrier.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was answered lately, so that a query sent twice gets the same answer and counts once. Any thread; nobody waits.
 *
 * <p>Two generations: what is old or too much goes with its whole generation. Forgetting early is harmless, since the
 * same query gets the same route again; only its decision then has another id.
 */
final class AnswerMemory {

    /** What makes a query unique. */
    record QueryKey(String carrier, String network, String requestId, int attempt) {}

    /** A query's answer, or the promise of it while it is being decided. */
    static final class Held {

        private final long since;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        Held(long nowNanos) {
            this.since = nowNanos;
        }

        /** Null while it is being decided. */
        @Nullable Answer ready() {
            return answer.getNow(null);
        }

        /** Called on the thread that decides, or at once. */
        void whenReady(Consumer<Answer> then) {
            CompletableFuture<Void> unused = answer.thenAccept(then);
        }

        private void complete(Answer decided) {
            answer.complete(decided);
        }
    }

    /** Entries of a generation before its table must grow, which costs the query that meets it. */
    private static final int ROOM = 16_384;

    private static final class Generation {

        final long since;
        final AtomicInteger count = new AtomicInteger();
        final AtomicLong bytes = new AtomicLong();
        private final ConcurrentHashMap<QueryKey, Held> entries = new ConcurrentHashMap<>(ROOM);

        Generation(long since) {
            this.since = since;
        }

        /** The entry of the one who came first, if it is young enough; null if nobody's is. */
        @Nullable Held find(QueryKey key, long now, long maxAgeNanos) {
            Held entry = entries.get(key);
            return entry != null && now - entry.since < maxAgeNanos ? entry : null;
        }

        Held hold(QueryKey key, Held mine, long maxAgeNanos) {
            while (true) {
                Held first = entries.putIfAbsent(key, mine);
                if (first == null) {
                    count.incrementAndGet();
                    return mine;
                }
                if (mine.since - first.since < maxAgeNanos) {
                    return first;
                }
                if (entries.replace(key, first, mine)) {
                    return mine;
                }
            }
        }

        void remove(QueryKey key, Held mine) {
            if (entries.remove(key, mine)) {
                count.decrementAndGet();
            }
        }
    }

    private static final class Generations {

        private final Generation current;
        private final Generation previous;

        Generations(Generation current, Generation previous) {
            this.current = current;
            this.previous = previous;
        }

        Held hold(QueryKey key, Held mine, long maxAgeNanos) {
            Held first = previous.find(key, mine.since, maxAgeNanos);
            return first == null ? current.hold(key, mine, maxAgeNanos) : first;
        }
    }

    /** What an entry takes beside the texts of its key and the bytes of its answer, roughly. */
    private static final long OVERHEAD = 200;

    private final long maxAgeNanos;
    private final int maxEntries;
    private final long maxBytes;
    private final AtomicBoolean changing = new AtomicBoolean();
    private volatile Generations generations;

    /**
     * @param maxAge after it a query is a new one
     * @param maxEntries of both generations together
     * @param maxBytes of both generations together, roughly
     */
    AnswerMemory(Duration maxAge, int maxEntries, long maxBytes, long nowNanos) {
        this.maxAgeNanos = maxAge.toNanos();
        this.maxEntries = Math.max(1, maxEntries / 2);
        this.maxBytes = Math.max(1, maxBytes / 2);
        this.generations = new Generations(new Generation(nowNanos), new Generation(nowNanos));
    }

    /**
     * Holds a place for a query's answer.
     *
     * @param mine completed by the caller if it comes back
     * @return {@code mine}, or the entry of the one who came first
     */
    Held claim(QueryKey key, Held mine) {
        for (boolean again = false; ; again = true) {
            Generations now = generations(mine.since);
            Held held = now.hold(key, mine, maxAgeNanos);
            if (held != mine) {
                if (again) {
                    // Somebody may have found our entry on the first round and wait for it.
                    held.whenReady(mine::complete);
                }
                return held;
            }
            if (generations == now) {
                return mine;
            }
            // The generations changed under our feet: another thread may have looked past our entry, so once more.
            now.current.remove(key, mine);
        }
    }

    /** Keeps the answer and gives it to those who wait for it. */
    void settle(QueryKey key, Held mine, Answer answer) {
        long size = answer.body().length()
                + 2L * (key.requestId().length() + key.network().length())
                + OVERHEAD;
        generations.current.bytes.addAndGet(size);
        mine.complete(answer);
    }

    /** Gives the answer to those who wait for it, but keeps nothing. */
    void release(QueryKey key, Held mine, Answer answer) {
        forget(key, mine);
        mine.complete(answer);
    }

    /** How many answers are held now. */
    int size() {
        Generations now = generations;
        return now.current.count.get() + now.previous.count.get();
    }

    private void forget(QueryKey key, Held mine) {
        Generations now = generations;
        now.current.remove(key, mine);
        now.previous.remove(key, mine);
    }

    private Generations generations(long nowNanos) {
        Generations now = generations;
        Generation current = now.current;
        boolean full = current.count.get() >= maxEntries || current.bytes.get() >= maxBytes;
        if (!full && nowNanos - current.since < maxAgeNanos) {
            return now;
        }
        // Whoever comes second goes on with the old ones; claim() notices.
        if (changing.compareAndSet(false, true)) {
            if (generations == now) {
                generations = new Generations(new Generation(nowNanos), current);
            }
            changing.set(false);
        }
        return generations;
    }
}
