package io.stellwerk.engine.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as far as the network tells.
 *
 * <p>A caller without a usable number (suppressed, absent or garbage) is {@link #ANONYMOUS}: never an error.
 */
public final class CallingParty {

    /** No number that could decide anything. */
    public static final CallingParty ANONYMOUS = new CallingParty(null, true);

    private final @Nullable PhoneNumber number;
    private final boolean restricted;

    private CallingParty(@Nullable PhoneNumber number, boolean restricted) {
        this.number = number;
        this.restricted = restricted;
    }

    /** @param restricted the number may decide, but is never displayed or passed on (RFC 3323, privacy "id") */
    public static CallingParty of(PhoneNumber number, boolean restricted) {
        return new CallingParty(number, restricted);
    }

    /** The number that decides; empty for an anonymous caller. */
    public Optional<PhoneNumber> number() {
        return Optional.ofNullable(number);
    }

    /** Whether the number must not be shown to anybody or passed on. */
    public boolean restricted() {
        return restricted;
    }

    @Override
    public String toString() {
        return number == null ? "anonymous" : number + (restricted ? " (restricted)" : "");
    }
}
