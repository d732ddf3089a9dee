package io.stellwerk.rules.check;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.space.Steps;
import io.stellwerk.rules.witness.Witness;
import java.util.List;

/** Calls that no rule decides, so that they take a hotline's default route: for most hotlines that is what is meant. */
public final class Gaps {

    private static final long STEPS = 20_000_000;

    /** One of the calls of a hotline that no rule decides. */
    public record Gap(Hotline hotline, Witness witness) {}

    private Gaps() {}

    /**
     * At most one for each hotline, in their order.
     *
     * @param source a rule set without errors
     */
    public static List<Gap> of(RuleSetSource source, Holidays holidays, NumberPlan numbers) {
        Terrain terrain = Terrain.of(source, holidays, numbers, Steps.of(STEPS));
        GapCheck check = new GapCheck(terrain, Trials.of(source, holidays, numbers), new Findings());
        return source.hotlines().stream()
                .flatMap(hotline -> check.of(hotline).map(call -> new Gap(hotline, call)).stream())
                .toList();
    }
}
