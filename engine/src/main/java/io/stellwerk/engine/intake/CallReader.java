package io.stellwerk.engine.intake;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.port.NumberPlan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Understands the numbers of a carrier's query. Any thread; never throws for any text. */
public final class CallReader {

    private static final String EMERGENCY_SERVICE = "urn:service:sos";

    private final NumberPlan numberPlan;

    public CallReader(NumberPlan numberPlan) {
        this.numberPlan = numberPlan;
    }

    public CallReading read(CallQuery query, Carrier carrier, Instant at) {
        String dialled = SipIdentity.user(query.called()).orElse("");
        // Emergency numbers first: the numbering plans read 110 and 112 as ordinary local numbers.
        if (isEmergencyService(dialled) || numberPlan.isEmergency(dialled, carrier.country())) {
            return new CallReading.Emergency(dialled);
        }
        Optional<PhoneNumber> called = number(dialled, carrier);
        if (called.isEmpty()) {
            return new CallReading.NotANumber();
        }
        return new CallReading.Understood(new Call(
                query.requestId(),
                carrier.name(),
                query.network(),
                new ServiceNumber(called.get()),
                callingParty(query, carrier),
                DivertingParty.of(query.diversion(), called.get(), party -> number(party.user(), carrier)),
                query.digits(),
                query.attempt(),
                at));
    }

    /** Emergency services by name: {@code urn:service:sos.police} (RFC 5031, clause 4.2). */
    private static boolean isEmergencyService(String dialled) {
        return dialled.regionMatches(true, 0, EMERGENCY_SERVICE, 0, EMERGENCY_SERVICE.length());
    }

    /** The asserted identity where the carrier is trusted for it (RFC 3325, clause 5), else what it says of the caller. */
    private CallingParty callingParty(CallQuery query, Carrier carrier) {
        List<SipIdentity> calling = SipIdentity.all(query.calling());
        List<SipIdentity> asserted = carrier.trustedForAssertedId() ? SipIdentity.all(query.assertedId()) : List.of();
        boolean restricted = restricts(query.privacy()) || calling.stream().anyMatch(SipIdentity::hidden);
        return firstNumber(asserted, carrier)
                .or(() -> firstNumber(calling, carrier))
                .map(known -> CallingParty.of(known, restricted))
                .orElse(CallingParty.ANONYMOUS);
    }

    /** Whether a Privacy header asks to hide who calls (RFC 3323, clause 4.2; RFC 3325, clause 9.3). */
    private static boolean restricts(String privacy) {
        if (privacy.isEmpty()) {
            return false;
        }
        for (String value : privacy.split("[;,]", -1)) {
            switch (value.trim().toLowerCase(Locale.ROOT)) {
                case "id", "user", "header", "full" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** The same party may be named several times, as {@code sip:alice@host} and by a number (RFC 3325, clause 9.1). */
    private Optional<PhoneNumber> firstNumber(List<SipIdentity> identities, Carrier carrier) {
        for (SipIdentity identity : identities) {
            Optional<PhoneNumber> number = number(identity.user(), carrier);
            if (number.isPresent()) {
                return number;
            }
        }
        return Optional.empty();
    }

    private Optional<PhoneNumber> number(String text, Carrier carrier) {
        return text.isEmpty() ? Optional.empty() : numberPlan.read(text, carrier.country());
    }
}
