package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Profiles with anything in them that a profile may hold. */
final class RandomProfiles {

    private static final String LETTERS = "abcXYZ 019-äöüßÿ€東Ω\u0000\t\n\"";

    private final Random random;

    RandomProfiles(Random random) {
        this.random = random;
    }

    CustomerProfile next() {
        return new CustomerProfile(
                "K" + text(),
                text(),
                text(),
                decimal(),
                random.nextBoolean() ? Optional.empty() : Optional.of(day()),
                count(),
                count(),
                several(() -> new Offer(text(), decimal())).toList(),
                text(),
                texts(),
                text(),
                texts(),
                attributes());
    }

    private String text() {
        int length = random.nextInt(8) == 0 ? 200 : random.nextInt(12);
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }

    private BigDecimal decimal() {
        return switch (random.nextInt(4)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20);
            case 2 -> new BigDecimal(new BigInteger(random.nextInt(200), random).negate(), random.nextInt());
            default -> BigDecimal.valueOf(random.nextInt(100_000), 2);
        };
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(2_000_000) - 1_000_000);
    }

    private int count() {
        return random.nextBoolean() ? 0 : random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(5);
    }

    private Set<String> texts() {
        return several(this::text).collect(Collectors.toSet());
    }

    private <T> Stream<T> several(Supplier<T> one) {
        List<T> all = Stream.generate(one).limit(random.nextInt(4)).toList();
        return all.stream();
    }

    private Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new HashMap<>();
        several(this::text).forEach(name -> attributes.put(name, attribute()));
        return attributes;
    }

    private AttributeValue attribute() {
        return switch (random.nextInt(4)) {
            case 0 -> new AttributeValue.Text(text());
            case 1 -> new AttributeValue.Numeric(decimal());
            case 2 -> new AttributeValue.YesNo(random.nextBoolean());
            default -> new AttributeValue.Day(day());
        };
    }
}
