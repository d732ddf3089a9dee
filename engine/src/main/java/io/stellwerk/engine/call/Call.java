package io.stellwerk.engine.call;

import java.time.Instant;
import java.util.Optional;

/**
 * A call about to be connected, its numbers understood.
 *
 * @param requestId the network's id of the call
 * @param carrier the carrier's name
 * @param network the carrier's switch that asks; may be empty
 * @param divertedFrom who diverted the call to us; empty if nobody or not a number
 * @param digits what the caller entered at a menu; may be empty
 * @param attempt 1 for the first query of this call
 * @param at when the query arrived: the instant for which the rules are evaluated
 */
public record Call(
        String requestId,
        String carrier,
        String network,
        ServiceNumber called,
        CallingParty calling,
        Optional<PhoneNumber> divertedFrom,
        String digits,
        int attempt,
        Instant at) {}
