package io.stellwerk.connector.carrier.http;

import io.stellwerk.engine.call.CallQuery;
import java.util.List;

/** What became of a query's body. */
sealed interface QueryReading {

    /** @param deadlineMillis how long the network waits; 0 if it does not say */
    record Understood(CallQuery query, long deadlineMillis) implements QueryReading {}

    /** @param problems all of them, at least one */
    record Refused(List<FieldProblem> problems) implements QueryReading {}
}
