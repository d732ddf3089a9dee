package io.stellwerk.rules.index;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.table.Term;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All values between two cuts, none if the second does not stand behind the first; a cut that is null is open. */
record Stretch(@Nullable Cut from, @Nullable Cut until) {

    /** The values that hold a term, as stretches that may overlap; none for {@link Term.NoValue}. */
    static List<Stretch> of(FactType type, Term term) {
        if (term instanceof Term.Is is) {
            Comparable<?> value = onLine(type, is.value());
            return List.of(new Stretch(Cut.before(value), Cut.behind(value)));
        } else if (term instanceof Term.Between between) {
            return between(type, between);
        } else if (term instanceof Term.StartsWith begins) {
            return List.of(new Stretch(Cut.before(begins.prefix()), endOfPrefix(begins.prefix())));
        } else if (term instanceof Term.HasPrefix has) {
            NumberPrefix prefix = has.prefix();
            return List.of(new Stretch(Cut.before(prefix.first()), Cut.before(prefix.end())));
        } else if (term instanceof Term.During during) {
            return during(during.hours());
        }
        return List.of();
    }

    private static List<Stretch> between(FactType type, Term.Between span) {
        Comparable<?> first = span.from() == null ? null : onLine(type, span.from());
        Comparable<?> last = span.until() == null ? null : onLine(type, span.until());
        Cut from = first == null ? null : span.fromIncluded() ? Cut.before(first) : Cut.behind(first);
        Cut until = last == null ? null : span.untilIncluded() ? Cut.behind(last) : Cut.before(last);
        if (first == null || last == null) {
            return List.of(new Stretch(from, until));
        }
        int order = Cut.compare(first, last);
        boolean oneValue = order == 0 && span.fromIncluded() && span.untilIncluded();
        if (order < 0 || oneValue) {
            return List.of(new Stretch(from, until));
        }
        // 22:00-06:00 and Fr-Mo pass the end of the line and go on at its beginning; 08:00-08:00 is a whole day.
        return wraps(type) ? List.of(new Stretch(null, until), new Stretch(from, null)) : List.of();
    }

    private static boolean wraps(FactType type) {
        return type == FactType.TIME || type == FactType.WEEKDAY;
    }

    private static List<Stretch> during(WeeklyHours hours) {
        List<Stretch> stretches = new ArrayList<>();
        for (DayOfWeek day : hours.days()) {
            long from = Line.minuteOfWeek(day, hours.fromMinute());
            long until = Line.minuteOfWeek(day, hours.untilMinute());
            stretches.add(new Stretch(Cut.before(from), Cut.before(Math.min(until, Line.WEEK))));
            if (until > Line.WEEK) {
                stretches.add(new Stretch(Cut.before(0L), Cut.before(until - Line.WEEK)));
            }
        }
        return stretches;
    }

    /** Behind all texts that begin so: before the prefix with its last character raised by one. */
    private static @Nullable Cut endOfPrefix(String prefix) {
        for (int last = prefix.length() - 1; last >= 0; last--) {
            char character = prefix.charAt(last);
            if (character < Character.MAX_VALUE) {
                return Cut.before(prefix.substring(0, last) + (char) (character + 1));
            }
        }
        return null;
    }

    private static Comparable<?> onLine(FactType type, Comparable<?> value) {
        return Line.places(type) ? Long.valueOf(Line.place(value)) : value;
    }
}
