package io.stellwerk.rules.testcase;

import io.stellwerk.rules.value.ValueReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as test cases write it: with an offset ({@code 2026-11-24T10:04+01:00}), or by the tenant's wall clock ({@code
 * 2026-11-24 10:04}, {@code 24.11.2026 10:04}).
 */
final class MomentText {

    private static final Pattern LOCAL = Pattern.compile("([0-9.-]{8,10})[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?");

    private MomentText() {}

    /** @throws DateTimeException if it is no moment; its message is the remedy */
    static Instant read(String text, ZoneId zone) {
        Optional<LocalDateTime> local = local(text);
        if (local.isPresent()) {
            return unambiguous(local.get(), zone);
        }
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException wrong) {
            throw new DateTimeException("Write it like 2026-11-24 10:04, by the clock of " + zone
                    + ", or with an offset: 2026-11-24T10:04+01:00.");
        }
    }

    private static Optional<LocalDateTime> local(String text) {
        Matcher matcher = LOCAL.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = ValueReader.date(matcher.group(1));
        int seconds = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
        try {
            LocalTime time =
                    LocalTime.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)), seconds);
            return day.map(time::atDate);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Instant unambiguous(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.get(0));
        }
        throw new DateTimeException(
                offsets.isEmpty()
                        ? "The clock skips this hour in " + zone + "; write another."
                        : "The clock shows this hour twice in " + zone + ": write which, as " + local + offsets.get(0)
                                + " or " + local + offsets.get(1) + ".");
    }
}
