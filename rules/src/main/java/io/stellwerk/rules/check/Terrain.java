package io.stellwerk.rules.check;

import io.stellwerk.rules.lower.Part;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Set<Part> begun = new HashSet<>();
        for (Clause clause : clauses.deriving()) {
            boolean sure = derivesAlways(clause.part(), begun.add(clause.part()));
            Shape shape = space.shape(clause.condition());
            clause.action().segments().forEach(segment -> derivations.add(new Derivation(segment, shape, sure)));
        }
        return derivations;
    }

    /** @param first whether it is the first row of its table */
    private static boolean derivesAlways(Part part, boolean first) {
        if (part instanceof Part.OfTable of) {
            return first || of.table().hitPolicy() == HitPolicy.COLLECT;
        }
        return ((Part.OfRule) part).rule().activationGroup().isEmpty();
    }

    Clauses clauses() {
        return clauses;
    }

    Space space() {
        return space;
    }

    Reach reach(Phase phase) {
        return reaches.get(phase);
    }

    /** The calls of which a clause's condition is true. */
    Shape condition(Phase phase, int clause) {
        return conditions.get(phase).get(clause);
    }

    /** The calls for which a clause does what it says. */
    Shape works(Phase phase, int clause) {
        return works.get(phase).get(clause);
    }

    /** The clauses before another, from {@code from} on, that certainly take all calls of their conditions. */
    Takers before(Phase phase, int from, int clause) {
        return new Takers(from, clause, sure.get(phase));
    }
}
