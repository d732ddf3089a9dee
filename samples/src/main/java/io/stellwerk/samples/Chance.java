package io.stellwerk.samples;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Draws that the makers of sample data need; the same from the same seed on every Java. */
final class Chance {

    private final Random random;

    Chance(Random random) {
        this.random = random;
    }

    /** True so many times in a thousand. */
    boolean perMille(int times) {
        return random.nextInt(1000) < times;
    }

    /** From the first included to the second not included. */
    int between(int from, int until) {
        return from + random.nextInt(until - from);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> T weighted(List<T> values, ToIntFunction<T> weight) {
        int lot = random.nextInt(values.stream().mapToInt(weight).sum());
        for (T value : values) {
            lot -= weight.applyAsInt(value);
            if (lot < 0) {
                return value;
            }
        }
        throw new IllegalStateException("the weights changed while drawing");
    }
}
