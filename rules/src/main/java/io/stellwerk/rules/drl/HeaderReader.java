package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.value.ValueReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads annotations and attributes; values are literals only. */
final class HeaderReader {

    static final int HIGHEST = 1_000_000;

    private static final String SALIENCE = "salience";
    private static final String ENABLED = "enabled";
    private static final String EFFECTIVE = "date-effective";
    private static final String EXPIRES = "date-expires";
    private static final String GROUP = "activation-group";
    private static final Set<String> KNOWN = Set.of(SALIENCE, ENABLED, EFFECTIVE, EXPIRES, GROUP);
    private static final String NO_EVENTS =
            "Take it out: a rule sees one call; test call.date, call.time, call.weekday or call.when.";
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("agenda-group", "Take it out: salience orders rules."),
            Map.entry("ruleflow-group", "Take it out: salience orders rules."),
            Map.entry("auto-focus", "Take it out: there are no agenda groups."),
            Map.entry("dialect", "Take it out: no code is run, so it has no language."),
            Map.entry("timer", NO_EVENTS),
            Map.entry("duration", NO_EVENTS),
            Map.entry("calendars", NO_EVENTS),
            Map.entry("refract", "Take it out: a rule acts once for a call."),
            Map.entry("direct", "Take it out: a rule acts once for a call."),
            Map.entry(
                    "extends", "Repeat the conditions of the other rule, or derive a segment there and test it here."));
    private static final Set<String> HARMLESS = Set.of("no-loop", "lock-on-active");

    private final Cursor cursor;
    private final ZoneId zone;
    private final Report report;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> metadata = new HashMap<>();
    private int salience;
    private boolean enabled = true;
    private Optional<Instant> effective = Optional.empty();
    private Optional<Instant> expires = Optional.empty();
    private Optional<Token> group = Optional.empty();

    private HeaderReader(Cursor cursor, ZoneId zone, Report report) {
        this.cursor = cursor;
        this.zone = zone;
        this.report = report;
    }

    /** @param zone in which the days of dates begin */
    static RuleHeader read(RuleText rule, ZoneId zone, Report report) {
        Token end = rule.when().or(rule::then).orElse(rule.end());
        HeaderReader reader = new HeaderReader(new Cursor(rule.header(), end), zone, report);
        while (!reader.cursor.atEnd()) {
            reader.item();
        }
        return new RuleHeader(
                reader.salience, reader.enabled, reader.effective, reader.expires, reader.group, reader.metadata);
    }

    private void item() {
        Token first = cursor.peek();
        try {
            if (cursor.take("@")) {
                annotation(first);
            } else if (first.isWord()) {
                attribute(first, attributeName());
                cursor.take(",");
            } else {
                throw Unreadable.syntax(
                        cursor.next(),
                        "'" + first.shown() + "' is not understood before the conditions.",
                        "Write annotations, attributes, then when and the conditions.");
            }
        } catch (Unreadable e) {
            report.add(e);
        }
    }

    private void annotation(Token sign) throws Unreadable {
        Token key = cursor.next();
        if (!key.isWord()) {
            if (key.is("(")) {
                skipToClosing();
            }
            throw Unreadable.syntax(key, "An annotation has a name.", "Write it like @owner(\"marketing\").");
        }
        String value = cursor.peek().is("(") ? annotationValue() : "";
        if (!seen.isEmpty()) {
            throw Unreadable.syntax(
                    sign, "The annotation @" + key.shown() + " stands behind an attribute.", "Write it before them.");
        } else if (metadata.putIfAbsent(key.text(), value) != null) {
            throw new Unreadable(
                    FindingCode.MALFORMED_ATTRIBUTE,
                    key,
                    "The annotation @" + key.shown() + " is there twice.",
                    "Take one of the two out.");
        }
    }

    /** A text, or words, numbers, dots and dashes as they stand there. */
    private String annotationValue() throws Unreadable {
        Token open = cursor.next();
        Token first = cursor.peek();
        StringBuilder value = new StringBuilder();
        if (first.isText()) {
            value.append(cursor.next().text());
        } else {
            while (cursor.peek().isWord()
                    || cursor.peek().kind() == Token.Kind.NUMBER
                    || cursor.peek().is(".")
                    || cursor.peek().is("-")) {
                value.append(cursor.next().text());
            }
        }
        if (!cursor.take(")")) {
            Token wrong = cursor.peek();
            skipToClosing();
            throw Unreadable.outside(
                    wrong.kind() == Token.Kind.END ? open : wrong,
                    "An annotation has one plain value.",
                    "Write it like @owner(\"marketing\").");
        }
        return value.toString();
    }

    private void skipToClosing() {
        int depth = 1;
        while (depth > 0 && !cursor.atEnd()) {
            Token token = cursor.next();
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
    }

    /** With the parts that dashes join. */
    private String attributeName() {
        StringBuilder name = new StringBuilder(cursor.next().text());
        while (cursor.peek().is("-") && cursor.peek(1).isWord()) {
            cursor.next();
            name.append('-').append(cursor.next().text());
        }
        return name.toString();
    }

    private void attribute(Token at, String name) throws Unreadable {
        if (HARMLESS.contains(name)) {
            optionalBoolean();
            report.add(
                    FindingCode.ATTRIBUTE_WITHOUT_EFFECT,
                    at,
                    "'" + name + "' has no effect: no rule acts twice for a call.",
                    "Take it out.");
        } else if (!KNOWN.contains(name)) {
            foreign(at, name);
        } else if (!seen.add(name)) {
            skipValue();
            throw new Unreadable(
                    FindingCode.MALFORMED_ATTRIBUTE, at, "'" + name + "' is there twice.", "Take one of the two out.");
        } else {
            set(at, name);
        }
    }

    private void foreign(Token at, String name) throws Unreadable {
        skipValue();
        String remedy = FOREIGN.get(name);
        if (remedy != null) {
            throw Unreadable.outside(
                    at, "'" + name + "' does not belong to the part of DRL that is read here.", remedy);
        }
        throw new Unreadable(
                FindingCode.MALFORMED_ATTRIBUTE,
                at,
                "There is no attribute '" + Token.shortened(name) + "'.",
                Suggestion.remedy(name, KNOWN, "attributes", ""));
    }

    private void set(Token at, String name) throws Unreadable {
        switch (name) {
            case SALIENCE -> salience = integer();
            case ENABLED -> enabled = optionalBoolean().orElseThrow(() -> value("true or false, as enabled false"));
            case EFFECTIVE -> {
                effective = Optional.of(day());
                checkOrder(at);
            }
            case EXPIRES -> {
                expires = Optional.of(day());
                checkOrder(at);
            }
            default -> group = Optional.of(text("a name in quotes, as activation-group \"greetings\""));
        }
    }

    private int integer() throws Unreadable {
        boolean negative = cursor.take("-");
        Token number = cursor.peek();
        boolean plain = number.kind() == Token.Kind.NUMBER && number.text().matches("0|[1-9][0-9]{0,6}");
        if (!plain || Integer.parseInt(number.text()) > HIGHEST) {
            throw value("a whole number from -" + HIGHEST + " to " + HIGHEST);
        }
        cursor.next();
        return negative ? -Integer.parseInt(number.text()) : Integer.parseInt(number.text());
    }

    private Optional<Boolean> optionalBoolean() {
        if (cursor.take("true")) {
            return Optional.of(true);
        }
        return cursor.take("false") ? Optional.of(false) : Optional.empty();
    }

    private Token text(String wanted) throws Unreadable {
        if (!cursor.peek().isText() || cursor.peek().text().isBlank()) {
            throw value(wanted);
        }
        return cursor.next();
    }

    private Instant day() throws Unreadable {
        Token text = text("a day in quotes, as \"31-Dec-2026\"");
        LocalDate day = ValueReader.englishDate(text.text())
                .or(() -> ValueReader.isoDate(text.text()))
                .orElseThrow(() -> new Unreadable(
                        FindingCode.MALFORMED_DATE,
                        text,
                        Cursor.quoted(text) + " is not a day of the calendar.",
                        "Write it like \"31-Dec-2026\" or \"2026-12-31\"."));
        return day.atStartOfDay(zone).toInstant();
    }

    private void checkOrder(Token at) throws Unreadable {
        if (effective.isPresent() && expires.isPresent() && !effective.get().isBefore(expires.get())) {
            throw new Unreadable(
                    FindingCode.REVERSED_RANGE,
                    at,
                    "The rule expires before it takes effect, or on the same day.",
                    "Swap the two dates; on the day of date-expires the rule does not count any more.");
        }
    }

    /** What stands instead of a value is stepped over. */
    private Unreadable value(String wanted) {
        Token wrong = cursor.peek();
        skipValue();
        return new Unreadable(
                FindingCode.MALFORMED_ATTRIBUTE,
                wrong,
                "Here " + wanted.replaceFirst(", as .*", "") + " is needed, not " + Cursor.quoted(wrong) + ".",
                "Write " + wanted + "; nothing is calculated here.");
    }

    /** To the next token that can begin an attribute. */
    private void skipValue() {
        while (!cursor.atEnd()
                && !(cursor.peek().isWord() && startsAttribute())
                && !cursor.peek().is("@")) {
            cursor.skip();
        }
    }

    private boolean startsAttribute() {
        Token word = cursor.peek();
        return word.is(SALIENCE)
                || word.is(ENABLED)
                || word.is("extends")
                || FOREIGN.containsKey(word.text())
                || (cursor.peek(1).is("-")
                        && List.of("date", "activation", "no", "lock", "agenda", "ruleflow", "auto")
                                .contains(word.text()));
    }
}
