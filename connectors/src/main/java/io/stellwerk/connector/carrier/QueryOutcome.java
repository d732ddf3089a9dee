package io.stellwerk.connector.carrier;

import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.decision.Decision;

/** What became of a carrier's query. */
public sealed interface QueryOutcome {

    /** It is answered: a route, a default route or a refusal. */
    record Decided(Decision decision) implements QueryOutcome {}

    /** What was dialled is not a number at all. */
    record NotANumber() implements QueryOutcome {}

    /** This carrier may not ask for this service number. */
    record NotReachable(ServiceNumber called) implements QueryOutcome {}

    /** Nothing is left to answer with, not even a default route: the network must help itself. */
    record Failed() implements QueryOutcome {}
}
