package io.stellwerk.rules.index;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The meaning of a cell, written down as plainly as can be: what the index is measured against. */
public final class RowByRow {

    private RowByRow() {}

    public static boolean passes(Cell cell, @Nullable Object value) {
        return cell.any() || cell.negated() != cell.terms().stream().anyMatch(term -> holds(term, value));
    }

    private static boolean holds(Term term, @Nullable Object value) {
        boolean absent = value == null || (value instanceof Collection<?> texts && texts.isEmpty());
        if (term instanceof Term.NoValue) {
            return absent;
        } else if (absent) {
            return false;
        } else if (term instanceof Term.Is is) {
            return value instanceof Collection<?> texts ? texts.contains(is.value()) : order(value, is.value()) == 0;
        } else if (term instanceof Term.StartsWith begins) {
            return value.toString().startsWith(begins.prefix());
        } else if (term instanceof Term.HasPrefix has) {
            return ((PhoneNumber) value).e164().startsWith(has.prefix().text());
        } else if (term instanceof Term.During during) {
            return during(during.hours(), (LocalDateTime) value);
        }
        return between((Term.Between) term, value);
    }

    private static boolean between(Term.Between span, Object value) {
        boolean afterFrom = span.from() == null
                || (span.fromIncluded() ? order(value, span.from()) >= 0 : order(value, span.from()) > 0);
        boolean beforeUntil = span.until() == null
                || (span.untilIncluded() ? order(value, span.until()) <= 0 : order(value, span.until()) < 0);
        if (span.from() == null
                || span.until() == null
                || !(value instanceof LocalTime || value instanceof DayOfWeek)) {
            return afterFrom && beforeUntil;
        }
        int ends = order(span.from(), span.until());
        boolean passesMidnight = ends > 0 || (ends == 0 && !(span.fromIncluded() && span.untilIncluded()));
        return passesMidnight ? afterFrom || beforeUntil : afterFrom && beforeUntil;
    }

    private static boolean during(WeeklyHours hours, LocalDateTime at) {
        int minute = at.getHour() * 60 + at.getMinute();
        return hours.covers(at.getDayOfWeek(), minute)
                || hours.covers(at.getDayOfWeek().minus(1), minute + WeeklyHours.DAY);
    }

    @SuppressWarnings("unchecked")
    private static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
