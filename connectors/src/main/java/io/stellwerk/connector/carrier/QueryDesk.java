package io.stellwerk.connector.carrier;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.DecisionId;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RejectReason;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.intake.CallReading;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.router.FaultReport;
import io.stellwerk.engine.router.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Answers carriers' queries, whatever protocol they came by: emergency numbers first, then who may ask for what, then the
 * router. Any thread; waits for nothing, and never throws: a bug on the way costs a call its rules, not its answer.
 */
public final class QueryDesk {

    private final Router router;
    private final CallReader reader;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final FaultReport faults;

    /** @param random where the ids of refused emergency calls come from; must allow many threads */
    public QueryDesk(
            Router router, CallReader reader, InstantSource clock, RandomGenerator random, FaultReport faults) {
        this.router = router;
        this.reader = reader;
        this.clock = clock;
        this.random = random;
        this.faults = faults;
    }

    /** What the rules say, within the deadline. */
    public QueryOutcome answer(CallQuery query, Carrier carrier, Deadline deadline) {
        return answer(query, carrier, call -> {
            try {
                return router.decide(call, deadline, DecisionTrace.NONE);
            } catch (RuntimeException | StackOverflowError | LinkageError bug) {
                faults.caught("deciding a call", bug);
                return router.defaultRoute(call, DefaultReason.RULE_FAILED);
            }
        });
    }

    /** The default route, without asking the rules. */
    public QueryOutcome answerAtOnce(CallQuery query, Carrier carrier, DefaultReason reason) {
        return answer(query, carrier, call -> router.defaultRoute(call, reason));
    }

    /** Takes notice of a bug of the connector's own. */
    public void caught(String where, Throwable bug) {
        faults.caught(where, bug);
    }

    private QueryOutcome answer(CallQuery query, Carrier carrier, Function<Call, Decision> decide) {
        try {
            Instant now = clock.instant();
            CallReading reading;
            try {
                reading = reader.read(query, carrier, now);
            } catch (RuntimeException | StackOverflowError | LinkageError bug) {
                faults.caught("reading a query", bug);
                return withoutItsNumbers(query, carrier, now);
            }
            if (reading instanceof CallReading.Understood understood) {
                Call call = understood.call();
                return carrier.mayAskFor(call.called())
                        ? new QueryOutcome.Decided(decide.apply(call))
                        : new QueryOutcome.NotReachable(call.called());
            }
            return reading instanceof CallReading.Emergency
                    ? new QueryOutcome.Decided(emergency(now))
                    : new QueryOutcome.NotANumber();
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            faults.caught("answering a query", bug);
            return new QueryOutcome.Failed();
        }
    }

    /** With the number plan broken an international service number still has its default route. */
    private QueryOutcome withoutItsNumbers(CallQuery query, Carrier carrier, Instant now) {
        Optional<ServiceNumber> called = PhoneNumber.parse(query.called()).map(ServiceNumber::new);
        if (called.isEmpty()) {
            return new QueryOutcome.Failed();
        }
        if (!carrier.mayAskFor(called.get())) {
            return new QueryOutcome.NotReachable(called.get());
        }
        Call call = new Call(
                query.requestId(),
                carrier.name(),
                query.network(),
                called.get(),
                CallingParty.ANONYMOUS,
                Optional.empty(),
                query.digits(),
                query.attempt(),
                now);
        return new QueryOutcome.Decided(router.defaultRoute(call, DefaultReason.RULE_FAILED));
    }

    /** No tenant, no rule: the network must use its own emergency path. */
    private Decision emergency(Instant now) {
        return new Decision(
                DecisionId.at(now.toEpochMilli(), random),
                Optional.empty(),
                Optional.empty(),
                0,
                new RouteDecision.Rejected(
                        ReleaseCause.EMERGENCY_NUMBER, RejectReason.EMERGENCY_NUMBER, Optional.empty()),
                List.of(),
                List.of(),
                false,
                Duration.ZERO);
    }
}
