package io.stellwerk.rules.check;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.space.Shape;
import io.stellwerk.rules.space.Steps;
import io.stellwerk.rules.space.Takers;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.witness.Witness;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sample calls that show the rows and rules of a rule set at work. Each has been put to the rules. Not for several
 * threads.
 */
public final class Witnesses {

    private static final long STEPS = 50_000_000;

    private record Position(Phase phase, int clause) {}

    private final Terrain terrain;
    private final Trial trial;
    private final Map<RuleId, Position> positions = new HashMap<>();

    private Witnesses(Terrain terrain, Trial trial) {
        this.terrain = terrain;
        this.trial = trial;
        for (Phase phase : Phase.values()) {
            List<Clause> clauses = terrain.clauses().of(phase);
            for (int i = 0; i < clauses.size(); i++) {
                positions.put(clauses.get(i).id(), new Position(phase, i));
            }
        }
    }

    /** @param source a rule set without errors, with at least one hotline */
    public static Witnesses of(RuleSetSource source, Holidays holidays, NumberPlan numbers) {
        return new Witnesses(
                Terrain.of(source, holidays, numbers, Steps.of(STEPS)),
                Trials.of(source, holidays, numbers)
                        .trial()
                        .orElseThrow(() -> new IllegalArgumentException("No order of the rules is right")));
    }

    /**
     * A call that the row or rule decides; for one that derives, a call for which it adds a segment or an announcement.
     * Persons that a plan names are taken to exist.
     *
     * @return empty if no call reaches it, none was found in the allowed steps, or it is switched off or not there
     */
    public Optional<Witness> find(RuleId id) {
        return Optional.ofNullable(positions.get(id)).flatMap(position -> find(id, position));
    }

    /** What those before it derive need not be what it derives, and those whose plan may not exist may give way. */
    private Optional<Witness> find(RuleId id, Position position) {
        Phase phase = position.phase();
        Shape shape = terrain.works(phase, position.clause());
        BitSet all = new BitSet();
        all.set(0, position.clause());
        return Stream.of(Takers.only(all), terrain.before(phase, 0, position.clause()), Takers.NOBODY)
                .flatMap(before ->
                        terrain.reach(phase).witness(shape, before, witness -> shows(id, phase, witness)).stream())
                .findFirst();
    }

    private boolean shows(RuleId id, Phase phase, Witness witness) {
        return phase == Phase.DECIDE
                ? trial.of(witness).decidedBy().equals(Optional.of(id))
                : trial.derivedBy(witness).contains(id);
    }
}
