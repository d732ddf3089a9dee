package io.stellwerk.rules.write;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.Term;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the cells of one column in their canonical spelling: equal cells are written equal, and read as they were. */
public final class CellWriter {

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._/&@+-]*[\\p{L}\\p{N}._/&@+-])?");
    private static final Set<String> WORDS = Set.of("none", "not");

    private final FactType type;
    private final ColumnOperator operator;

    public CellWriter(Condition condition) {
        this.type = condition.fact().type();
        this.operator = condition.operator();
    }

    /** @throws IllegalArgumentException if the column's operator leaves no way to write the cell */
    public String write(Cell cell) {
        if (cell.any()) {
            return Cell.ANY.text();
        }
        String terms = switch (type) {
            case WEEKDAY -> weekdays(cell.terms());
            case SCHEDULE -> schedule(cell.terms());
            default -> cell.terms().stream().map(this::term).collect(Collectors.joining(", "));
        };
        return cell.negated() ? "not(" + terms + ")" : terms;
    }

    private String term(Term term) {
        if (term instanceof Term.NoValue) {
            return "none";
        } else if (term instanceof Term.Is is && operator == ColumnOperator.IS) {
            return value(is.value());
        } else if (term instanceof Term.Between between) {
            return between(between);
        } else if (term instanceof Term.StartsWith begins) {
            return text(begins.prefix()) + star();
        } else if (term instanceof Term.HasPrefix has) {
            return has.prefix().text() + star();
        }
        throw new IllegalArgumentException("Cannot be written in a column '" + operator + "': " + term.getClass());
    }

    private String star() {
        return operator == ColumnOperator.STARTS_WITH ? "" : "*";
    }

    private String between(Term.Between between) {
        Comparable<?> from = between.from();
        Comparable<?> until = between.until();
        if (from != null && until != null) {
            boolean halfOpen = between.fromIncluded() && !between.untilIncluded();
            return type == FactType.TIME && halfOpen
                    ? value(from) + "-" + value(until)
                    : (between.fromIncluded() ? "[" : "]") + value(from) + ".." + value(until)
                            + (between.untilIncluded() ? "]" : "[");
        } else if (from != null) {
            boolean plain = operator == ColumnOperator.AT_LEAST && between.fromIncluded();
            return (plain ? "" : between.fromIncluded() ? ">= " : "> ") + value(from);
        } else if (until != null) {
            boolean plain = operator == ColumnOperator.AT_MOST && between.untilIncluded();
            return (plain ? "" : between.untilIncluded() ? "<= " : "< ") + value(until);
        }
        throw new IllegalArgumentException("A range without ends is no test");
    }

    private static String value(Comparable<?> value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (value instanceof PhoneNumber number) {
            return number.e164();
        }
        return value.toString();
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Days that follow each other are a range from three on. */
    private static String weekdays(List<Term> terms) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < terms.size(); ) {
            int length = 1;
            while (i + length < terms.size()
                    && length < 7
                    && follows(terms.get(i + length - 1), terms.get(i + length))) {
                length++;
            }
            if (length < 3) {
                written.add(terms.get(i) instanceof Term.Is is ? FactDictionary.text((DayOfWeek) is.value()) : "none");
                i++;
            } else {
                written.add(range((DayOfWeek) ((Term.Is) terms.get(i)).value(), length));
                i += length;
            }
        }
        return String.join(", ", written);
    }

    private static boolean follows(Term one, Term next) {
        return one instanceof Term.Is day
                && next instanceof Term.Is after
                && ((DayOfWeek) day.value()).plus(1) == after.value();
    }

    private static String range(DayOfWeek first, int length) {
        return FactDictionary.text(first) + "-" + FactDictionary.text(first.plus(length - 1));
    }

    private static String schedule(List<Term> terms) {
        List<String> written = new ArrayList<>();
        for (Term term : terms) {
            boolean alone = terms.size() == 1;
            boolean last = written.size() == terms.size() - 1;
            written.add(term instanceof Term.During during ? hours(during.hours(), alone, last) : "none");
        }
        return String.join(", ", written);
    }

    /** Days without a span take the next one's, so only the last may do without; a span without days stands alone. */
    private static String hours(WeeklyHours hours, boolean alone, boolean last) {
        boolean wholeDay = hours.fromMinute() == 0 && hours.untilMinute() == WeeklyHours.DAY;
        if (wholeDay && last) {
            return days(hours.days());
        }
        String span = clock(hours.fromMinute()) + "-" + until(hours.untilMinute());
        return alone && hours.days().size() == 7 ? span : days(hours.days()) + " " + span;
    }

    private static String days(Set<DayOfWeek> days) {
        List<Term> terms = new ArrayList<>();
        new TreeSet<>(days).forEach(day -> terms.add(new Term.Is(day)));
        return weekdays(terms).replace(", ", ",");
    }

    private static String until(int minute) {
        return minute > WeeklyHours.DAY ? clock(minute - WeeklyHours.DAY) : clock(minute);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
