package io.stellwerk.rules.table;

import io.stellwerk.engine.route.ReleaseCause;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words for the causes that authors need most. */
public enum RejectWord {
    BUSY(new ReleaseCause(17, 486, "Busy Here")),
    NOT_AVAILABLE(new ReleaseCause(18, 480, "Temporarily Unavailable")),
    DECLINED(new ReleaseCause(21, 603, "Decline")),
    FORBIDDEN(new ReleaseCause(21, 403, "Forbidden")),
    UNALLOCATED(new ReleaseCause(1, 404, "Not Found"));

    // A record of numbers and a text; the engine does without the checker's annotations.
    @SuppressWarnings("ImmutableEnumChecker")
    private final ReleaseCause cause;

    RejectWord(ReleaseCause cause) {
        this.cause = cause;
    }

    public ReleaseCause cause() {
        return cause;
    }

    /** {@code not-available}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(RejectWord::text).toList();
    }

    public static Optional<RejectWord> of(String text) {
        return Arrays.stream(values())
                .filter(word -> word.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** A cause as authors write it: its word, or else {@code 34/503/No Circuit}. */
    public static String text(ReleaseCause cause) {
        return Arrays.stream(values())
                .filter(word -> word.cause.equals(cause))
                .map(RejectWord::text)
                .findFirst()
                .orElseGet(() -> cause.q850() + "/" + cause.sipCode() + "/" + cause.sipReason());
    }
}
