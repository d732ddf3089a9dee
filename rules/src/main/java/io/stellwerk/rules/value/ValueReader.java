package io.stellwerk.rules.value;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.finding.FindingCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values as authors write them. */
public final class ValueReader {

    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern GERMAN_DATE = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");

    private static final Pattern ENGLISH_DATE = Pattern.compile("([0-9]{2})-([A-Za-z]{3})-([0-9]{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private ValueReader() {}

    /** Without zeros at the end, so that equal numbers are equal values. */
    public static BigDecimal number(String text, int at) throws Misread {
        return number(text)
                .orElseThrow(() ->
                        Misread.cell(at, quoted(text, "a number"), "Write digits with a decimal point, such as 1.5."));
    }

    /** Digits, with a decimal point if need be, and without zeros at the end; empty for any other text. */
    public static Optional<BigDecimal> number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
    }

    public static LocalDate date(String text, int at) throws Misread {
        return date(text)
                .orElseThrow(() -> new Misread(
                        FindingCode.MALFORMED_DATE,
                        at,
                        quoted(text, "a day of the calendar"),
                        "Write it like 2026-12-24 or 24.12.2026."));
    }

    /** {@code 2026-12-24} or {@code 24.12.2026}. */
    public static Optional<LocalDate> date(String text) {
        Matcher german = GERMAN_DATE.matcher(text);
        return german.matches() ? date(german.group(3), german.group(2), german.group(1)) : isoDate(text);
    }

    /** {@code 2026-12-24}. */
    public static Optional<LocalDate> isoDate(String text) {
        Matcher iso = ISO_DATE.matcher(text);
        return iso.matches() ? date(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    /** {@code 24-Dec-2026}, with the first three letters of the English month, letter case ignored. */
    public static Optional<LocalDate> englishDate(String text) {
        Matcher english = ENGLISH_DATE.matcher(text);
        if (!english.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(english.group(2).toLowerCase(Locale.ROOT)) + 1;
        return date(english.group(3), String.valueOf(month), english.group(1));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time of day; 24:00 is the end of a span and no time. */
    public static LocalTime time(String text, int at) throws Misread {
        CellScanner scanner = new CellScanner(text);
        int minute = atTime(() -> HoursReader.minute(scanner), text, at);
        if (!scanner.atEnd() || minute == 24 * 60) {
            throw notATime(text, at);
        }
        return LocalTime.of(minute / 60, minute % 60);
    }

    private interface Minute {
        int read() throws Misread;
    }

    private static int atTime(Minute minute, String text, int at) throws Misread {
        try {
            return minute.read();
        } catch (Misread e) {
            throw notATime(text, at);
        }
    }

    private static Misread notATime(String text, int at) {
        return Misread.cell(at, quoted(text, "a time of day"), "Write it like 08:00, and a span like 08:00-18:00.");
    }

    public static Boolean yesNo(String text, int at) throws Misread {
        return yesNo(text)
                .orElseThrow(
                        () -> Misread.cell(at, quoted(text, "yes or no"), "Write yes or no, in German ja or nein."));
    }

    /** Also {@code ja}, {@code nein}, {@code true} and {@code false}; empty for any other text. */
    public static Optional<Boolean> yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "ja", "true" -> Optional.of(true);
            case "no", "nein", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    public static PhoneNumber phoneNumber(String text, int at) throws Misread {
        return PhoneNumber.parse(text)
                .orElseThrow(() -> Misread.cell(
                        at,
                        quoted(PhoneNumber.mask(text), "an international number"),
                        "Write a plus and 2 to 15 digits, with a star behind it for all that begin so: +4930*."));
    }

    public static String quoted(String text, String wanted) {
        return text.isEmpty() ? "Here " + wanted + " is missing." : "'" + text + "' is not " + wanted + ".";
    }
}
