package io.stellwerk.rules.space;

import io.stellwerk.rules.witness.Witness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which calls are left over for whom, when several take them in turn. Asks the algebra; only who wants a witness has calls
 * drawn. Not for several threads.
 */
public final class Reach {

    /** What one question may cost. */
    private static final long STEPS_EACH = 200_000;

    private static final int MOST_DRAWN = 48;
    private static final int VARIANTS = 8;

    /** Whether calls are left over. */
    public sealed interface Answer {

        /** There are some, as far as the algebra can tell. */
        record Some() implements Answer {}

        /**
         * There are none.
         *
         * @param takenBy who takes them, a few too many perhaps; nobody if there never were any
         */
        record None(BitSet takenBy) implements Answer {}

        /**
         * It was not decided.
         *
         * @param outOfSteps whether it might have been with more steps, and not by what is known of the facts
         */
        record Undecided(boolean outOfSteps) implements Answer {}
    }

    private final Space space;
    private final Derivations derivations;
    private final Steps steps;
    private final Map<World, CoverIndex> covers = new EnumMap<>(World.class);
    private final Map<World, List<Cover>> impossible = new EnumMap<>(World.class);

    /**
     * @param takers each takes the calls of its shape that are left over; an owner's number is its place here
     * @param derivations all rows and rules that derive segments
     * @param allDerivations whether these are all there are
     */
    public Reach(
            Space space, List<Shape> takers, Collection<Derivation> derivations, boolean allDerivations, Steps steps) {
        this.space = space;
        this.derivations = new Derivations(space, derivations, allDerivations);
        this.steps = steps;
        for (World world : World.values()) {
            List<Cover> inWorld = new ArrayList<>();
            for (int owner = 0; owner < takers.size(); owner++) {
                for (Box box : takers.get(owner).boxes()) {
                    Box part = space.in(world, box);
                    if (part != null) {
                        inWorld.add(new Cover(part, owner));
                    }
                }
            }
            covers.put(world, new CoverIndex(inWorld));
            impossible.put(world, impossible(space, world));
        }
    }

    private static List<Cover> impossible(Space space, World world) {
        return space.impossible().stream()
                .flatMap(box -> Stream.ofNullable(space.in(world, box)))
                .map(box -> new Cover(box, Cover.NOBODY))
                .toList();
    }

    /** Whether calls of a shape are left over by those who take them before. */
    public Answer left(Shape shape, Takers before) {
        Search search = new Search(before, (box, world) -> true);
        return search.run(shape) ? new Answer.Some() : search.nothing();
    }

    /**
     * A call of a shape that is left over; empty if none was found.
     *
     * @param right whether it turned out to be what was looked for
     */
    public Optional<Witness> witness(Shape shape, Takers before, Predicate<Witness> right) {
        List<Witness> found = new ArrayList<>();
        int[] drawn = {0};
        Search search = new Search(before, (box, world) -> {
            for (int variant = 0; variant < VARIANTS && drawn[0] < MOST_DRAWN && found.isEmpty(); variant++) {
                drawn[0]++;
                space.draw(box, world, variant).filter(right).ifPresent(found::add);
            }
            return !found.isEmpty() || drawn[0] >= MOST_DRAWN;
        });
        boolean unused = search.run(shape);
        return found.stream().findFirst();
    }

    /** Whose calls may be among those of a shape: some of them may turn out to have none in common. */
    public BitSet meeting(Shape shape, int from, int until) {
        BitSet owners = new BitSet();
        for (World world : World.values()) {
            for (Box box : shape.boxes()) {
                Box part = space.in(world, box);
                if (part != null) {
                    Objects.requireNonNull(covers.get(world))
                            .meeting(part, from, until, steps)
                            .forEach(cover -> owners.set(cover.owner()));
                }
            }
        }
        return owners;
    }

    /** Whether the steps for all questions together are used up. */
    public boolean outOfSteps() {
        return steps.spent();
    }

    private interface Judge {

        boolean willDo(Box box, World world);
    }

    private final class Search {

        private final Takers before;
        private final Judge judge;
        private final Steps mine = steps.part(STEPS_EACH);
        private final BitSet owners = new BitSet();
        private boolean undecided;
        private boolean outOfSteps;

        Search(Takers before, Judge judge) {
            this.before = before;
            this.judge = judge;
        }

        boolean run(Shape shape) {
            undecided |= !shape.exact();
            for (World world : World.values()) {
                for (Box box : shape.boxes()) {
                    Box part = space.in(world, box);
                    if (part != null && run(part, world)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean run(Box box, World world) {
            List<Cover> meeting = new ArrayList<>();
            for (Cover cover :
                    Objects.requireNonNull(covers.get(world)).meeting(box, before.from(), before.until(), mine)) {
                if (before.count(cover.owner())) {
                    meeting.add(cover);
                }
            }
            for (Cover cover : Objects.requireNonNull(impossible.get(world))) {
                if (cover.box().meets(box)) {
                    meeting.add(cover);
                }
            }
            Cutting cutting = new Cutting(space, world, mine, piece -> settle(piece, world));
            boolean found = cutting.outside(box, meeting);
            outOfSteps |= cutting.givenUp();
            owners.or(cutting.owners());
            return found;
        }

        private boolean settle(Box piece, World world) {
            Derivations.Outcome outcome = derivations.settle(piece, world, mine, box -> judge.willDo(box, world));
            undecided |= outcome == Derivations.Outcome.UNDECIDED;
            return outcome == Derivations.Outcome.FOUND;
        }

        Answer nothing() {
            return undecided || outOfSteps || !space.exhaustive()
                    ? new Answer.Undecided(outOfSteps || mine.spent())
                    : new Answer.None(owners);
        }
    }
}
