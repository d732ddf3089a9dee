package io.stellwerk.rules.index;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that may lie in a slot, such as a person would choose; the caller sorts out those that do not. */
final class Samples {

    /** A Monday: what {@code call.when} means repeats every week. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    /** All days of the week. */
    private static final int DAYS = 7;

    /** Texts for facts that everybody knows; others get {@link #OTHER_TEXTS}. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "customer.language", List.of("de", "en", "fr", "pl", "tr", "it", "nl"),
            "customer.preferredContact", List.of("phone", "mail", "letter"),
            "customer.name", List.of("Erika Muster", "Max Muster"),
            "call.digits", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "100"));

    private static final List<String> OTHER_TEXTS = List.of("other", "another", "something-else", "x", "Z9", "0");

    /** What follows the beginning of a number, tried in turn. */
    private static final List<String> ENDINGS = Stream.concat(
                    Stream.of("", "2345678", "7654321", "0"),
                    IntStream.range(0, 10)
                            .boxed()
                            .flatMap(digit -> Stream.of(digit + "234567", digit + "23", "" + digit)))
            .toList();

    private Samples() {}

    static List<Object> of(FactField fact, Axis axis, int slot) {
        if (axis instanceof Axis.Exact exact) {
            return named(fact, exact, slot);
        } else if (axis instanceof Axis.OfOrdered ordered) {
            return fact.type() == FactType.NUMBER ? numbers(ordered.ends(slot)) : texts(fact, ordered.ends(slot));
        }
        Axis.OfPlaces places = (Axis.OfPlaces) axis;
        long first = places.first(slot);
        long end = places.end(slot);
        return switch (fact.type()) {
            case YES_NO -> inOrder(first, end, 0, 2, place -> place == 1);
            case WEEKDAY -> inOrder(first, end, 1, DAYS + 1, place -> DayOfWeek.of((int) place));
            case DATE -> dates(first, end);
            case TIME ->
                inOrder(first, Math.min(end, first + 1), 0, LocalTime.MAX.toNanoOfDay() + 1, LocalTime::ofNanoOfDay);
            case SCHEDULE ->
                inOrder(
                        first,
                        Math.min(end, first + 1),
                        0,
                        Line.WEEK,
                        minute -> MONDAY.atStartOfDay().plusMinutes(minute));
            case PHONE_NUMBER -> numbersFrom(first, end);
            case TEXT, NUMBER, ONE_OF, TEXT_SET -> List.of();
        };
    }

    private static List<Object> named(FactField fact, Axis.Exact exact, int slot) {
        if (slot == 0) {
            return new ArrayList<>(plain(fact));
        }
        return exact.named().entrySet().stream()
                .filter(entry -> entry.getValue() == slot)
                .<Object>map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> plain(FactField fact) {
        return Stream.of(TEXTS.getOrDefault(fact.name(), List.of()), OTHER_TEXTS, fact.values())
                .flatMap(List::stream)
                .toList();
    }

    /** Whole numbers from 0 on first, so that a slot that has one of them has a sample among them. */
    private static List<Object> numbers(List<Object> ends) {
        List<BigDecimal> numbers = new ArrayList<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        for (Object end : ends) {
            BigDecimal number = (BigDecimal) end;
            BigDecimal floor = number.setScale(0, RoundingMode.FLOOR);
            numbers.add(floor);
            numbers.add(floor.add(BigDecimal.ONE));
            numbers.add(floor.subtract(BigDecimal.ONE));
        }
        for (Object end : ends) {
            numbers.add((BigDecimal) end);
        }
        if (ends.size() == 2) {
            numbers.add(((BigDecimal) ends.get(0)).add((BigDecimal) ends.get(1)).divide(BigDecimal.valueOf(2)));
        }
        return Stream.concat(
                        numbers.stream().filter(number -> number.signum() >= 0 && isWhole(number)), numbers.stream())
                .<Object>map(number -> number)
                .toList();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** The ends themselves, what continues them, and a letter more or less. */
    private static List<Object> texts(FactField fact, List<Object> ends) {
        List<Object> texts = new ArrayList<>(plain(fact));
        for (Object end : ends) {
            String text = (String) end;
            texts.add(text);
            for (String more : List.of("a", "x", "1", "-", " ", "z", "\u00ff", "\u0001")) {
                texts.add(text + more);
            }
            if (!text.isEmpty()) {
                int last = text.length() - 1;
                String before = text.substring(0, last);
                texts.add(before);
                texts.add(before + (char) (text.charAt(last) - 1) + "z");
                texts.add(before + (char) (text.charAt(last) + 1));
            }
        }
        texts.removeIf(text -> ((String) text).isEmpty());
        return texts;
    }

    private static List<Object> dates(long first, long end) {
        long from = first == Long.MIN_VALUE ? end - DAYS : first;
        if (first == Long.MIN_VALUE && end == Long.MAX_VALUE) {
            from = MONDAY.toEpochDay();
        }
        return inOrder(
                from,
                Math.min(end, from + DAYS),
                LocalDate.MIN.toEpochDay(),
                LocalDate.MAX.toEpochDay(),
                LocalDate::ofEpochDay);
    }

    private static List<Object> inOrder(
            long first, long end, long lowest, long behindHighest, LongFunction<Object> value) {
        List<Object> values = new ArrayList<>();
        for (long place = Math.max(first, lowest);
                place < Math.min(end, behindHighest) && values.size() < DAYS;
                place++) {
            values.add(value.apply(place));
        }
        return values;
    }

    private static List<Object> numbersFrom(long first, long end) {
        List<Object> numbers = new ArrayList<>();
        if (first != Long.MIN_VALUE) {
            addContinued(beginning(first), numbers);
        }
        if (end != Long.MAX_VALUE) {
            addContinued(beginning(end - 1), numbers);
        }
        return numbers;
    }

    private static void addContinued(String beginning, List<Object> numbers) {
        // A place between two numbers is that of the shortest number behind it, with some of its digits.
        for (int length = beginning.length(); length >= Math.max(1, beginning.length() - 2); length--) {
            for (String ending : ENDINGS) {
                PhoneNumber.parse("+" + beginning.substring(0, length) + ending).ifPresent(numbers::add);
            }
        }
    }

    /** The digits of a place, which are one higher there and end with the first zero. */
    private static String beginning(long place) {
        StringBuilder digits = new StringBuilder();
        String elevens = Long.toString(place, 11);
        for (char eleven :
                "0".repeat(Math.max(0, 15 - elevens.length())).concat(elevens).toCharArray()) {
            int digit = Character.digit(eleven, 11) - 1;
            if (digit < 0) {
                break;
            }
            digits.append(digit);
        }
        return digits.toString();
    }
}
