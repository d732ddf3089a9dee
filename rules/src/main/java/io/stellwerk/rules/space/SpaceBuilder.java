package io.stellwerk.rules.space;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.index.FactSlots;
import io.stellwerk.rules.table.Cell;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the dimensions of a space: facts that depend on each other share one. */
final class SpaceBuilder {

    private static final Set<String> HOTLINE = Set.of("hotline", "hotline.tariffClass");
    private static final Set<String> MOMENT =
            Set.of("call.date", "call.time", "call.weekday", "call.when", "call.holiday", "call.openCalendars");
    private static final String CALLING = "call.calling";
    private static final String REGION = "call.region";
    private static final Set<String> NUMBER = Set.of(CALLING, REGION, "call.country", "call.lineType");
    private static final Set<String> OFFERS =
            Set.of("customer.openOffers", "customer.offerOwner", "customer.offerValue");
    private static final Set<World> ALL = EnumSet.allOf(World.class);
    private static final Set<World> WITH_NUMBER = EnumSet.of(World.CUSTOMER, World.STRANGER);

    /** Calls that are drawn to see how facts go together; what takes more is not seen whole. */
    private static final int MOST_DRAWN = 200_000;

    /** Combinations that are held possible though none was seen. */
    private static final int MOST_POSSIBLE = 20_000;

    private static final int MOST_TEXT_TESTS = 6;

    private final Space space;
    private final Surroundings where;
    private final Tests tests;
    private final Map<String, FactField> fields = new LinkedHashMap<>();

    SpaceBuilder(Space space, Surroundings where, Tests tests) {
        this.space = space;
        this.where = where;
        this.tests = tests;
        tests.fields().forEach(fact -> fields.put(fact.name(), fact));
    }

    void build() {
        addHotlines();
        addNumber();
        addMoment();
        addOffers();
        Set<String> together = new HashSet<>();
        Stream.of(HOTLINE, MOMENT, NUMBER, OFFERS).forEach(together::addAll);
        for (FactField fact : fields.values()) {
            if (fact.type() == FactType.TEXT_SET && !together.contains(fact.name())) {
                addSet(fact);
            } else if (!together.contains(fact.name())) {
                addAlone(fact);
            }
        }
    }

    private List<FactField> asked(Set<String> group) {
        return fields.values().stream()
                .filter(fact -> group.contains(fact.name()))
                .toList();
    }

    private void addHotlines() {
        Aspects aspects = new Aspects(tests);
        List<Hotline> hotlines = where.hotlines();
        int which = aspects.add(facts -> hotlines.indexOf(facts.hotline()));
        for (FactField fact : asked(HOTLINE)) {
            aspects.addFact(fact);
            aspects.addTextTests(fact.name());
        }
        JointDimension.Builder builder = new JointDimension.Builder(space.sketches(), aspects.all());
        hotlines.forEach(hotline -> builder.add(sketch -> sketch.hotline(hotline), World.STRANGER, ALL));
        JointDimension dimension = builder.build();
        int number = add(aspects, dimension);
        for (int i = 0; i < hotlines.size(); i++) {
            int hotline = i;
            space.hotline(hotlines.get(i), number, dimension.where(which, answer -> answer == hotline));
        }
    }

    private int add(Aspects aspects, JointDimension dimension) {
        int number = space.add(dimension);
        aspects.sides(dimension).forEach((fact, sides) -> space.view(fact, number, sides));
        aspects.textSides(dimension).forEach((test, side) -> space.textTest(test, number, side));
        aspects.windowSides(dimension).forEach((window, side) -> space.window(window, number, side));
        return number;
    }

    private void addNumber() {
        List<FactField> asked = asked(NUMBER);
        if (asked.isEmpty()) {
            return;
        }
        boolean regions = tests.asksFor(REGION);
        Set<Cell> cells = new LinkedHashSet<>(tests.cells(CALLING));
        if (regions) {
            where.tenant().regions().byName().values().stream()
                    .flatMap(List::stream)
                    .forEach(prefix -> cells.add(NumberDimension.cell(prefix)));
        }
        FactSlots slots = FactSlots.of(calling(asked), cells);
        NumberDimension dimension =
                new NumberDimension(slots, where, space.sketches().numbers(), regions);
        if (tests.asksFor("call.lineType") || tests.asksFor("call.country")) {
            addNumberWithKind(dimension, slots, asked);
        } else {
            int number = space.add(dimension);
            space.view(CALLING, number, dimension::numbers);
            if (regions) {
                FactSlots regionSlots = FactSlots.of(Objects.requireNonNull(fields.get(REGION)), tests.cells(REGION));
                space.view(REGION, number, cell -> dimension.regions(regionSlots, cell));
            }
        }
    }

    private static FactField calling(List<FactField> asked) {
        return asked.stream()
                .filter(fact -> fact.name().equals(CALLING))
                .findFirst()
                .orElseGet(() -> new FactField(
                        CALLING,
                        FactType.PHONE_NUMBER,
                        List.of(),
                        "",
                        "",
                        facts -> facts.call().calling().number().orElse(null)));
    }

    /** The kind of a number is only known number by number, so any may be held possible where none was seen. */
    private void addNumberWithKind(NumberDimension numbers, FactSlots slots, List<FactField> asked) {
        Aspects aspects = new Aspects(tests);
        int place =
                aspects.add(facts -> slots.slot(facts.call().calling().number().orElse(null)));
        asked.stream().filter(fact -> !fact.name().equals(CALLING)).forEach(aspects::addFact);
        JointDimension.Builder builder = new JointDimension.Builder(space.sketches(), aspects.all());
        SampleNumbers samples = space.sketches().numbers();
        Set<PhoneNumber> candidates = new LinkedHashSet<>(samples.ofEachKind());
        for (int slot = 0; slot < slots.absent(); slot++) {
            slots.samples(slot).stream()
                    .map(PhoneNumber.class::cast)
                    .filter(samples::isReadAsItStands)
                    .limit(4)
                    .forEach(candidates::add);
        }
        candidates.forEach(number -> builder.add(sketch -> sketch.number(number), World.STRANGER, WITH_NUMBER));
        builder.add(sketch -> {}, World.ANONYMOUS, EnumSet.of(World.ANONYMOUS));
        addPossibleKinds(builder, aspects, slots);
        JointDimension dimension = builder.build();
        int number = add(aspects, dimension);
        space.view(CALLING, number, cell -> {
            SlotSet passing = numbers.numbers(cell);
            return dimension.where(place, answer -> passing.meets(SlotSet.one(answer)));
        });
    }

    private void addPossibleKinds(JointDimension.Builder builder, Aspects aspects, FactSlots slots) {
        List<String> kinds = Stream.of("call.lineType", "call.country")
                .filter(tests::asksFor)
                .toList();
        int combinations = kinds.stream()
                .mapToInt(kind -> aspects.slots(kind).count())
                .reduce(slots.count(), (a, b) -> (int) Math.min(Integer.MAX_VALUE, (long) a * b));
        if (combinations > MOST_POSSIBLE) {
            space.notExhaustive();
            return;
        }
        List<int[]> seen = builder.answers();
        for (int slot : SlotSet.of(slots.possible()).slots().toArray()) {
            List<int[]> possible = placed(slot, seen, aspects);
            for (String kind : kinds) {
                possible = possible.stream()
                        .flatMap(each -> withEach(
                                each, aspects.of(kind), aspects.slots(kind).count()))
                        .toList();
            }
            possible.forEach(each -> builder.addPossible(each, WITH_NUMBER));
        }
    }

    /** A region follows from a place, so one number tells it for all there; where none was seen, it may be any. */
    private List<int[]> placed(int slot, List<int[]> seen, Aspects aspects) {
        Optional<int[]> one =
                seen.stream().filter(answers -> answers[0] == slot).findFirst();
        if (one.isPresent()) {
            return List.of(one.get());
        }
        int[] answers = new int[aspects.all().size()];
        answers[0] = slot;
        return tests.asksFor(REGION)
                ? withEach(answers, aspects.of(REGION), aspects.slots(REGION).count())
                        .toList()
                : List.of(answers);
    }

    private static Stream<int[]> withEach(int[] answers, int aspect, int count) {
        return IntStream.range(0, count).mapToObj(answer -> {
            int[] other = answers.clone();
            other[aspect] = answer;
            return other;
        });
    }

    private void addMoment() {
        List<FactField> asked = asked(MOMENT);
        boolean windows = !tests.windows().isEmpty();
        if (asked.isEmpty() && !windows) {
            return;
        }
        if (asked.size() == 1
                && !windows
                && MomentDimension.ALONE.contains(asked.get(0).name())) {
            FactField fact = asked.get(0);
            FactSlots slots = FactSlots.of(fact, tests.cells(fact.name()));
            space.view(fact.name(), space.add(new MomentDimension(slots)), cell -> SlotSet.of(slots.ranges(cell)));
            return;
        }
        Aspects aspects = new Aspects(tests);
        for (FactField fact : asked) {
            if (fact.type() == FactType.TEXT_SET) {
                aspects.addSet(fact);
            } else {
                aspects.addFact(fact);
            }
        }
        aspects.addWindows();
        Moments moments = Moments.of(where, tests, aspects);
        JointDimension.Builder builder = new JointDimension.Builder(space.sketches(), aspects.all());
        moments.all()
                .limit(MOST_DRAWN)
                .forEach(moment -> builder.add(sketch -> sketch.at(moment), World.STRANGER, ALL));
        if (moments.count() > MOST_DRAWN) {
            space.notExhaustive();
        }
        add(aspects, builder.build());
    }

    private void addOffers() {
        List<FactField> asked = asked(OFFERS);
        if (asked.isEmpty()) {
            return;
        }
        Aspects aspects = new Aspects(tests);
        asked.forEach(aspects::addFact);
        JointDimension.Builder builder = new JointDimension.Builder(space.sketches(), aspects.all());
        long drawn = new Offers(tests, aspects)
                .all(MOST_DRAWN)
                .peek(offers -> builder.add(offers, World.CUSTOMER, EnumSet.of(World.CUSTOMER)))
                .count();
        if (drawn == MOST_DRAWN) {
            space.notExhaustive();
        }
        builder.add(sketch -> {}, World.STRANGER, EnumSet.of(World.STRANGER, World.ANONYMOUS));
        add(aspects, builder.build());
    }

    private void addAlone(FactField fact) {
        String name = fact.name();
        FactSlots slots = FactSlots.of(fact, tests.cells(name));
        PlainDimension plain = new PlainDimension(slots, where);
        Set<TextTest> textTests = tests.textTests(name);
        if (textTests.isEmpty() || textTests.size() > MOST_TEXT_TESTS) {
            space.view(name, space.add(plain), cell -> SlotSet.of(slots.ranges(cell)));
        } else {
            addText(fact, slots, plain);
        }
    }

    /** A text that is tested by more than cells: which tests go together is seen from samples. */
    private void addText(FactField fact, FactSlots slots, PlainDimension plain) {
        String name = fact.name();
        Aspects aspects = new Aspects(tests);
        int place = aspects.add(facts -> slots.slot(fact.value().apply(facts)));
        aspects.addTextTests(name);
        JointDimension.Builder builder = new JointDimension.Builder(space.sketches(), aspects.all());
        Set<String> texts = new LinkedHashSet<>();
        for (int slot = 0; slot < slots.absent(); slot++) {
            slots.samples(slot).forEach(text -> texts.add((String) text));
        }
        tests.textTests(name).forEach(test -> texts.addAll(test.samples()));
        texts.removeIf(text ->
                text.isEmpty() || (!fact.values().isEmpty() && !fact.values().contains(text)));
        for (World world : World.values()) {
            SlotSet domain = plain.domain(world);
            texts.stream()
                    .filter(text -> domain.meets(SlotSet.one(slots.slot(text))))
                    .forEach(text -> builder.add(sketch -> sketch.set(name, text), world, EnumSet.of(world)));
            if (domain.meets(SlotSet.one(slots.absent()))) {
                builder.add(sketch -> sketch.set(name, null), world, EnumSet.of(world));
            }
        }
        if (fact.values().isEmpty()) {
            addPossibleTexts(builder, plain, slots, aspects.all().size());
        }
        JointDimension dimension = builder.build();
        int number = add(aspects, dimension);
        space.view(name, number, cell -> {
            SlotSet passing = SlotSet.of(slots.ranges(cell));
            return dimension.where(place, answer -> passing.meets(SlotSet.one(answer)));
        });
    }

    private void addPossibleTexts(JointDimension.Builder builder, PlainDimension plain, FactSlots slots, int aspects) {
        int combinations = 1 << (aspects - 1);
        if ((long) slots.count() * combinations > MOST_POSSIBLE) {
            space.notExhaustive();
            return;
        }
        for (World world : World.values()) {
            SlotSet present = plain.domain(world).and(SlotSet.first(slots.absent()));
            present.slots().forEach(slot -> {
                for (int bits = 0; bits < combinations; bits++) {
                    int[] answers = new int[aspects];
                    answers[0] = slot;
                    for (int i = 1; i < aspects; i++) {
                        answers[i] = bits >> (i - 1) & 1;
                    }
                    builder.addPossible(answers, EnumSet.of(world));
                }
            });
        }
    }

    private void addSet(FactField fact) {
        String name = fact.name();
        boolean segments = name.equals(FactDictionary.SEGMENT);
        Map<String, Integer> members = new LinkedHashMap<>();
        tests.members(name).forEach(text -> members.put(text, space.add(member(name, text))));
        OptionalInt any = OptionalInt.empty();
        if (tests.asksForEmptiness(name)) {
            String other = Stream.iterate("other", text -> text + "-x")
                    .filter(text -> !members.containsKey(text))
                    .findFirst()
                    .orElseThrow();
            any = OptionalInt.of(space.add(member(name, other)));
        }
        space.viewSet(name, members, any);
        if (segments) {
            space.segments(members, any);
        }
    }

    private static SwitchDimension member(String set, String text) {
        return switch (set) {
            case "customer.tags" -> SwitchDimension.ofCustomers(sketch -> sketch.tag(text));
            case "customer.organisations" -> SwitchDimension.ofCustomers(sketch -> sketch.organisation(text));
            case FactDictionary.SEGMENT -> SwitchDimension.following();
            default -> throw new IllegalArgumentException("Nobody knows how to draw " + set);
        };
    }
}
