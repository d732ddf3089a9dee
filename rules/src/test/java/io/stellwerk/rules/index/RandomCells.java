package io.stellwerk.rules.index;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cells and values of every type, from few values, so that they often meet and often just miss each other. */
public final class RandomCells {

    private static final List<String> TEXTS =
            List.of("", "a", "ab", "abc", "b", "B", "\uffff", "a\uffff", "a\uffff\uffffb", "vip", "vipp", "z");

    private final Random random;

    public RandomCells(Random random) {
        this.random = random;
    }

    public Cell cell(FactType type) {
        if (random.nextInt(4) == 0) {
            return Cell.ANY;
        }
        Term[] terms = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> term(type))
                .toArray(Term[]::new);
        return Tables.cell(random.nextInt(3) == 0, terms);
    }

    public @Nullable Object value(FactType type) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        if (type == FactType.TEXT_SET) {
            Set<String> texts = new HashSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                texts.add(text());
            }
            return texts;
        } else if (type == FactType.SCHEDULE) {
            return LocalDateTime.of(2026, 11, 16 + random.nextInt(7), random.nextInt(24), 15 * random.nextInt(4), 59);
        }
        return single(type);
    }

    private Term term(FactType type) {
        if (random.nextInt(8) == 0) {
            return new Term.NoValue();
        }
        return switch (type) {
            case YES_NO, TEXT_SET -> new Term.Is(single(type));
            case TEXT, ONE_OF -> random.nextInt(4) == 0 ? new Term.StartsWith(text()) : new Term.Is(text());
            case PHONE_NUMBER ->
                random.nextBoolean() ? new Term.Is(single(type)) : new Term.HasPrefix(new NumberPrefix(digits(1)));
            case SCHEDULE -> new Term.During(hours());
            case NUMBER, DATE, TIME, WEEKDAY -> random.nextInt(3) == 0 ? new Term.Is(single(type)) : span(type);
        };
    }

    private Term span(FactType type) {
        Comparable<?> from = random.nextInt(5) == 0 ? null : single(type);
        Comparable<?> until = random.nextInt(5) == 0 ? null : single(type);
        return new Term.Between(from, random.nextBoolean(), until, random.nextBoolean());
    }

    private WeeklyHours hours() {
        Set<DayOfWeek> days = new HashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        int from = 30 * random.nextInt(48);
        return new WeeklyHours(days, from, from + 15 * (1 + random.nextInt(96)));
    }

    private Comparable<?> single(FactType type) {
        return switch (type) {
            case YES_NO -> random.nextBoolean();
            case NUMBER ->
                new BigDecimal(List.of("-1", "0", "0.5", "1", "1.0", "1.50", "2", "3e2")
                        .get(random.nextInt(8)));
            case DATE -> LocalDate.of(2026, 12, 30).plusDays(random.nextInt(5));
            case TIME -> random.nextInt(9) == 0 ? LocalTime.MIDNIGHT : LocalTime.of(random.nextInt(24), 0);
            case WEEKDAY -> DayOfWeek.of(1 + random.nextInt(7));
            case PHONE_NUMBER -> new PhoneNumber(digits(2));
            case TEXT, ONE_OF, TEXT_SET -> text();
            case SCHEDULE -> throw new IllegalArgumentException("Not comparable");
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private long digits(int fewest) {
        long digits = 1;
        for (int i = fewest + random.nextInt(4); i > 1; i--) {
            digits = digits * 10 + (random.nextBoolean() ? 0 : 9);
        }
        return random.nextInt(9) == 0 ? 999_999_999_999_999L : digits;
    }
}
