package io.stellwerk.server.tenant;

import io.stellwerk.connector.carrier.QueryDesk;
import io.stellwerk.connector.carrier.QueryOutcome;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Lets a rule set decide some calls before the real ones come. The first decisions of a process load classes and the number
 * plan's data, the first of a rule set build what Drools builds when first asked: most of a second, longer than any
 * network waits.
 */
final class WarmUp {

    private static final int DECISIONS = 200;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** In the spellings that take different ways through the number plan. */
    private static final List<String> CALLERS =
            List.of("", "+493012345678", "0171 3920004", "sip:+4940123456@warm.example;user=phone", "+442071234567");

    private final NumberPlan numberPlan;
    private final Holidays holidays;
    private final InstantSource clock;

    WarmUp(NumberPlan numberPlan, Holidays holidays, InstantSource clock) {
        this.numberPlan = numberPlan;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Nothing is counted or logged of it, and whatever fails will be told when a real call meets it. */
    void decide(LiveTenant tenant) {
        ServedTenants alone = new ServedTenants();
        alone.put(tenant);
        SplittableRandom random = new SplittableRandom(1);
        Router router = new Router(alone, numberPlan, holidays, random, System::nanoTime, (where, fault) -> {});
        QueryDesk desk = new QueryDesk(router, new CallReader(numberPlan), clock, random, (where, fault) -> {});
        String country = tenant.ruleSet().tenant().country();
        Carrier carrier = new Carrier("warm-up", country, false, Set.of(), PATIENCE, PATIENCE);
        long started = System.nanoTime();
        int decided = 0;
        while (decided < DECISIONS && System.nanoTime() - started < LONGEST.toNanos()) {
            for (Hotline hotline : tenant.ruleSet().hotlines()) {
                String caller = CALLERS.get(decided % CALLERS.size());
                CallQuery query =
                        new CallQuery("warm-up-" + decided, "", hotline.number().e164(), caller, "", "", "", "", 1);
                QueryOutcome unused = desk.answer(query, carrier, Deadline.answering(PATIENCE, System::nanoTime));
                decided++;
            }
        }
    }
}
