package io.stellwerk.engine.call;

import io.stellwerk.engine.port.NumberPlan;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Understands the numbers of a carrier's query. Any thread; never throws for any text. */
public final class CallReader {

    private static final int LONGEST_NUMBER = 64;

    private final NumberPlan numberPlan;

    public CallReader(NumberPlan numberPlan) {
        this.numberPlan = numberPlan;
    }

    public CallReading read(CallQuery query, Carrier carrier, Instant at) {
        String dialled = SipIdentity.user(query.called()).orElse("");
        // Emergency numbers first: the numbering plans read 110 and 112 as ordinary local numbers.
        if (numberPlan.isEmergency(dialled, carrier.country())) {
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
                query.diversion().isEmpty() ? Optional.empty() : identity(query.diversion(), carrier),
                query.digits(),
                query.attempt(),
                at));
    }

    /** The asserted identity where the carrier is trusted for it (RFC 3325, clause 5), else what it says of the caller. */
    private CallingParty callingParty(CallQuery query, Carrier carrier) {
        Optional<PhoneNumber> asserted =
                carrier.trustedForAssertedId() && !query.assertedId().isEmpty()
                        ? identity(query.assertedId(), carrier)
                        : Optional.empty();
        Optional<PhoneNumber> number = asserted.isPresent() ? asserted : identity(query.calling(), carrier);
        return number.map(known -> CallingParty.of(known, restricts(query.privacy())))
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

    private Optional<PhoneNumber> identity(String header, Carrier carrier) {
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<PhoneNumber> plain = PhoneNumber.parse(header);
        return plain.isPresent() ? plain : SipIdentity.user(header).flatMap(user -> number(user, carrier));
    }

    private Optional<PhoneNumber> number(String text, Carrier carrier) {
        Optional<PhoneNumber> plain = PhoneNumber.parse(text);
        return plain.isPresent() || text.length() > LONGEST_NUMBER ? plain : numberPlan.read(text, carrier.country());
    }
}
