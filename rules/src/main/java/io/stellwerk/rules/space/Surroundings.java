package io.stellwerk.rules.space;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.rules.witness.Witness;
import java.util.List;

/**
 * What the facts of a call depend on beside the call.
 *
 * @param hotlines at least one
 */
public record Surroundings(
        TenantSettings tenant,
        List<Hotline> hotlines,
        List<OpeningHours> calendars,
        NumberPlan numbers,
        Holidays holidays) {

    public Surroundings {
        hotlines = List.copyOf(hotlines);
        calendars = List.copyOf(calendars);
    }

    /**
     * What the rules read of a sample call.
     *
     * @throws IllegalArgumentException if it calls none of the hotlines
     */
    public Facts facts(Witness witness) {
        Call call = new Call(
                "witness",
                witness.carrier(),
                "",
                witness.called(),
                witness.calling().map(number -> CallingParty.of(number, false)).orElse(CallingParty.ANONYMOUS),
                witness.divertedFrom(),
                witness.digits(),
                1,
                witness.at().toInstant());
        return new Facts(
                call,
                hotline(witness.called()),
                witness.match(),
                witness.customer(),
                tenant,
                calendars,
                numbers,
                holidays);
    }

    private Hotline hotline(ServiceNumber called) {
        return hotlines.stream()
                .filter(hotline -> hotline.number().equals(called))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No hotline has the number " + called));
    }
}
