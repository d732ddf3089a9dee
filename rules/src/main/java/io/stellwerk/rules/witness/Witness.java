package io.stellwerk.rules.witness;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A sample call, complete enough to be routed: {@code stellwerk route} takes all of it.
 *
 * @param called the service number
 * @param calling empty for an anonymous caller
 * @param at when the call arrives, by the tenant's wall clock
 * @param carrier its name; empty if any will do
 * @param digits what the caller entered at a menu; may be empty
 * @param divertedFrom who diverted the call; empty if nobody
 * @param match how the caller is recognised
 * @param customer whom the tenant's policy makes of the caller; empty for a stranger
 */
public record Witness(
        ServiceNumber called,
        Optional<PhoneNumber> calling,
        OffsetDateTime at,
        String carrier,
        String digits,
        Optional<PhoneNumber> divertedFrom,
        CallerMatch match,
        Optional<CustomerProfile> customer) {

    public Witness {
        boolean anonymous = match == CallerMatch.ANONYMOUS;
        if (anonymous == calling.isPresent()) {
            throw new IllegalArgumentException("A caller is anonymous just if there is no number: " + match);
        }
        boolean stranger = anonymous || match == CallerMatch.UNKNOWN;
        if (stranger && customer.isPresent()) {
            throw new IllegalArgumentException("A caller who is " + match + " is nobody's customer");
        }
    }
}
