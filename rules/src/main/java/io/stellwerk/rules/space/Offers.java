package io.stellwerk.rules.space;

import io.stellwerk.engine.customer.Offer;
import io.stellwerk.rules.index.FactSlots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Customers with open offers, as many kinds of them as rules can tell apart. */
final class Offers {

    private static final int MOST = 1_000;
    /** Samples of one slot. */
    private static final int EACH = 2;

    private static final String COUNT = "customer.openOffers";
    private static final String OWNER = "customer.offerOwner";
    private static final String VALUE = "customer.offerValue";

    private final Tests tests;
    private final Aspects aspects;

    Offers(Tests tests, Aspects aspects) {
        this.tests = tests;
        this.aspects = aspects;
    }

    /** @param limit how many at most; beyond it not all kinds are among them */
    Stream<Consumer<Sketch>> all(int limit) {
        List<BigDecimal> counts = samples(COUNT, BigDecimal.ONE).stream()
                .map(BigDecimal.class::cast)
                .filter(count -> count.signum() > 0
                        && count.stripTrailingZeros().scale() <= 0
                        && count.compareTo(BigDecimal.valueOf(MOST)) <= 0)
                .toList();
        List<Object> owners = new ArrayList<>(samples(OWNER, "b-lang"));
        owners.add("");
        List<Object> values = samples(VALUE, BigDecimal.valueOf(1_000));
        Stream<Consumer<Sketch>> some = counts.stream()
                .flatMap(count -> values.stream()
                        .flatMap(value -> owners.stream().<Consumer<Sketch>>map(owner -> {
                            List<Offer> offers = offers(count.intValueExact(), (String) owner, (BigDecimal) value);
                            return sketch -> sketch.offers(offers);
                        })));
        return Stream.concat(Stream.<Consumer<Sketch>>of(sketch -> sketch.offers(List.of())), some)
                .limit(limit);
    }

    /** The first is the one that counts: the others are worth a little less. */
    private static List<Offer> offers(int count, String owner, BigDecimal value) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? new Offer(owner, value) : new Offer("", value.subtract(BigDecimal.ONE)))
                .toList();
    }

    /** Some of each slot, and an ordinary one. */
    private List<Object> samples(String fact, Object ordinary) {
        if (!tests.asksFor(fact)) {
            return List.of(ordinary);
        }
        FactSlots slots = aspects.slots(fact);
        List<Object> samples = new ArrayList<>();
        for (int slot = 0; slot < slots.absent(); slot++) {
            List<Object> inSlot = slots.samples(slot);
            samples.addAll(fact.equals(COUNT) ? inSlot : inSlot.subList(0, Math.min(EACH, inSlot.size())));
        }
        samples.add(ordinary);
        return samples;
    }
}
