package io.stellwerk.rules.check;

import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.space.Condition;
import io.stellwerk.rules.space.Derivation;
import io.stellwerk.rules.space.Reach;
import io.stellwerk.rules.space.Shape;
import io.stellwerk.rules.space.Space;
import io.stellwerk.rules.space.Steps;
import io.stellwerk.rules.space.Surroundings;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import java.util.ArrayList;
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
    private final Map<Phase, List<Shape>> works = new EnumMap<>(Phase.class);

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
            List<Shape> takers = new ArrayList<>();
            List<Shape> working = new ArrayList<>();
            for (Clause clause : clauses.of(phase)) {
                Shape shape = space.shape(clause.works());
                working.add(shape);
                takers.add(clause.sure() ? shape : new Shape(List.of(), true));
            }
            works.put(phase, working);
            reaches.put(phase, new Reach(space, takers, derivations, allDerivations, steps));
        }
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

    /** The calls for which a clause does what it says. */
    Shape shape(Phase phase, int clause) {
        return works.get(phase).get(clause);
    }

    /** The calls of which a condition is true, if it is one of the clauses'. */
    Shape shape(Condition condition) {
        return space.shape(condition);
    }
}
