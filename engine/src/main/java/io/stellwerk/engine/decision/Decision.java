package io.stellwerk.engine.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The answer to one pre-connect query.
 *
 * @param id a ULID: 26 characters that sort by time
 * @param tenant whose service number was dialled; empty if nobody's
 * @param hotline the id of the hotline; empty if unknown
 * @param ruleSetVersion the version that decided; 0 if none was asked
 * @param segments derived on the way, in order
 * @param announcements to play first, in order
 * @param customerLookUpFailed whether the customers could not be read, so that the rules saw none
 * @param took from the call of the router to its answer
 */
public record Decision(
        String id,
        Optional<String> tenant,
        Optional<String> hotline,
        int ruleSetVersion,
        RouteDecision outcome,
        List<String> segments,
        List<String> announcements,
        boolean customerLookUpFailed,
        Duration took) {

    public Decision {
        segments = List.copyOf(segments);
        announcements = List.copyOf(announcements);
    }
}
