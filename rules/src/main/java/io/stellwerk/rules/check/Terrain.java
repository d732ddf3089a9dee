package io.stellwerk.rules.check;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.space.Derivation;
import io.stellwerk.rules.space.Reach;
import io.stellwerk.rules.space.Shape;
import io.stellwerk.rules.space.Space;
import io.stellwerk.rules.space.Steps;
import io.stellwerk.rules.space.Surroundings;
import io.stellwerk.rules.space.Takers;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A rule set's clauses laid out in the space of all calls. Not for several threads. */
final class Terrain {

    private final Clauses clauses;
    private final Space space;
    private final Map<Phase, Reach> reaches = new EnumMap<>(Phase.class);
    private final Map<Phase, List<Shape>> conditions = new EnumMap<>(Phase.class);
    private final Map<Phase, List<Shape>> works = new EnumMap<>(Phase.class);
    private final Map<Phase, BitSet> sure = new EnumMap<>(Phase.class);

    /** @param allDerivations whether all rows and rules that derive are among the clauses */
    Terrain(Clauses clauses, Surroundings where, boolean allDerivations, Steps steps) {
        this.clauses = clauses;
        this.space = Space.of(
                where,
                Stream.concat(clauses.deciding().stream(), clauses.deriving().stream())
                        .map(Clause::works)
                        .toList());
        List<Derivation> derivations = derivations();
        for (Phase phase : Phase.values()) {
            add(phase, derivations, allDerivations, steps);
        }
    }

    /** That of a rule set without errors. */
    static Terrain of(RuleSetSource source, Holidays holidays, NumberPlan numbers, Steps steps) {
        Clauses clauses = Clauses.of(
                source.tables(),
                source.rules(),
                source.dictionary(),
                source.plans().keySet());
        return new Terrain(clauses, surroundings(source, holidays, numbers), true, steps);
    }

    static Surroundings surroundings(RuleSetSource source, Holidays holidays, NumberPlan numbers) {
        return new Surroundings(
                source.tenant(),
                source.hotlines(),
                List.copyOf(source.calendars().values()),
                numbers,
                holidays);
    }

    private void add(Phase phase, List<Derivation> derivations, boolean allDerivations, Steps steps) {
        List<Clause> all = clauses.of(phase);
        List<Shape> asking = new ArrayList<>();
        List<Shape> working = new ArrayList<>();
        BitSet taking = new BitSet();
        for (int i = 0; i < all.size(); i++) {
            Clause clause = all.get(i);
            asking.add(space.shape(clause.condition()));
            working.add(clause.sure() ? asking.get(i) : space.shape(clause.works()));
            taking.set(i, clause.sure());
        }
        conditions.put(phase, asking);
        works.put(phase, working);
        sure.put(phase, taking);
        reaches.put(phase, new Reach(space, asking, derivations, allDerivations, steps));
    }

    private List<Derivation> derivations() {
        List<Derivation> derivations = new ArrayList<>();
        List<Clause> before = new ArrayList<>();
        for (Clause clause : clauses.deriving()) {
            before.removeIf(other -> other.part() != clause.part());
            Derivation any = derivation(clause, before);
            clause.action()
                    .segments()
                    .forEach(segment -> derivations.add(new Derivation(segment, any.shape(), any.sure())));
            before.add(clause);
        }
        return derivations;
    }

    /** @param before those of the same table that come before */
    private Derivation derivation(Clause clause, List<Clause> before) {
        Shape shape = space.shape(clause.condition());
        if (clause.part() instanceof Part.OfRule of) {
            return new Derivation("", shape, of.rule().activationGroup().isEmpty());
        }
        boolean allCount = ((Part.OfTable) clause.part()).table().hitPolicy() == HitPolicy.COLLECT;
        if (allCount || before.isEmpty()) {
            return new Derivation("", shape, true);
        }
        // Rows before that ask for segments may let this one count first, and take the call over later on.
        boolean fixed = before.stream().noneMatch(other -> Asked.segments(other.formula()));
        Shape left = fixed
                ? space.minus(
                        shape,
                        before.stream()
                                .map(other -> space.shape(other.condition()))
                                .toList())
                : new Shape(List.of(), false);
        return left.exact() ? new Derivation("", left, true) : new Derivation("", shape, false);
    }

    Clauses clauses() {
        return clauses;
    }

    Space space() {
        return space;
    }

    Reach reach(Phase phase) {
        return Objects.requireNonNull(reaches.get(phase));
    }

    /** The calls of which a clause's condition is true. */
    Shape condition(Phase phase, int clause) {
        return Objects.requireNonNull(conditions.get(phase)).get(clause);
    }

    /** The calls for which a clause does what it says. */
    Shape works(Phase phase, int clause) {
        return Objects.requireNonNull(works.get(phase)).get(clause);
    }

    /** The clauses before another, from {@code from} on, that certainly take all calls of their conditions. */
    Takers before(Phase phase, int from, int clause) {
        return new Takers(from, clause, Objects.requireNonNull(sure.get(phase)));
    }
}
