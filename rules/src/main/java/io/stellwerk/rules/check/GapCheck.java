package io.stellwerk.rules.check;

import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.read.Placed;
import io.stellwerk.rules.space.Reach.Answer;
import io.stellwerk.rules.space.Takers;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.witness.Witness;
import java.util.List;
import java.util.Optional;

/**
 * Calls that no rule decides. That they take the default route is right for most hotlines, so it is a finding only for
 * those of which {@code hotlines.yaml} says that the rules decide every call.
 */
final class GapCheck {

    private static final String COMPLETE = "complete";

    private final Terrain terrain;
    private final Trials trials;
    private final Findings findings;

    GapCheck(Terrain terrain, Trials trials, Findings findings) {
        this.terrain = terrain;
        this.trials = trials;
        this.findings = findings;
    }

    void run(List<Placed<Hotline>> hotlines) {
        hotlines.stream().filter(hotline -> hotline.at().yes(COMPLETE)).forEach(this::check);
    }

    private void check(Placed<Hotline> hotline) {
        String id = hotline.value().id();
        Place place = hotline.at().placeOf(COMPLETE).in(id, COMPLETE);
        Answer left = terrain.reach(Phase.DECIDE).left(terrain.space().shape(hotline.value()), everybody());
        if (left instanceof Answer.Some) {
            findings.add(FindingCode.GAP
                    .at(
                            place,
                            "No rule decides some calls of the hotline '" + id + "', so they take its default route.",
                            "Add a row for them, or leave out 'complete' if the default route is meant.")
                    .shownBy(of(hotline.value())));
        } else if (left instanceof Answer.Undecided) {
            findings.add(FindingCode.REACH_UNDECIDED.at(
                    place,
                    "Whether the rules decide every call of the hotline '" + id
                            + "' was not decided within the allowed steps.",
                    "Add a last row that takes all that is left, or leave out 'complete'."));
        }
    }

    /** A call of the hotline that no rule decides; empty if there is none, or none was found. */
    Optional<Witness> of(Hotline hotline) {
        return trials.trial()
                .flatMap(trial -> terrain.reach(Phase.DECIDE)
                        .witness(
                                terrain.space().shape(hotline),
                                everybody(),
                                call -> trial.of(call).decidedBy().isEmpty()));
    }

    private Takers everybody() {
        return terrain.before(
                Phase.DECIDE, 0, terrain.clauses().of(Phase.DECIDE).size());
    }
}
