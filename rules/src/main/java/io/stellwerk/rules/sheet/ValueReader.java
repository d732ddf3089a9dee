package io.stellwerk.rules.sheet;

import io.stellwerk.rules.sheet.NumberFormats.Meaning;
import io.stellwerk.rules.sheet.SheetValue.Display;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Reads what stands in a cell's value into what it means (ECMA-376 part 1, clauses 18.3.1.96 and 18.17.4). */
final class ValueReader {

    /** What spreadsheets keep of a number. */
    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,320}(?:\\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(24 * 60 * 60);
    /** 9999-12-31. */
    private static final int LAST_DAY = 2_958_465;

    private final NumberFormats formats;
    private final boolean from1904;

    ValueReader(NumberFormats formats, boolean from1904) {
        this.formats = formats;
        this.from1904 = from1904;
    }

    SheetValue number(String text, String style) {
        if (!NUMBER.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
            return new SheetValue.Failure(text);
        }
        BigDecimal value = number(Double.parseDouble(text));
        Meaning meaning = formats.of(style);
        return switch (meaning) {
            case PLAIN -> new SheetValue.Numeric(value, Display.PLAIN);
            case PERCENT -> new SheetValue.Numeric(value, Display.PERCENT);
            case SCIENTIFIC -> new SheetValue.Numeric(value, Display.SCIENTIFIC);
            case OTHER -> new SheetValue.Numeric(value, Display.OTHER);
            case DATE, TIME, DATE_AND_TIME -> moment(value, meaning);
        };
    }

    private static BigDecimal number(double stored) {
        BigDecimal value = new BigDecimal(stored, PRECISION).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private SheetValue moment(BigDecimal serial, Meaning meaning) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(LAST_DAY + 1)) >= 0) {
            return new SheetValue.Numeric(serial, Display.OTHER);
        }
        long seconds =
                serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        int day = (int) (seconds / SECONDS.longValue());
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS.longValue());
        if (day == 0 && meaning != Meaning.DATE) {
            return new SheetValue.Clock(time);
        } else if (!from1904 && (day == 0 || day == 60)) {
            // The day before the first, and a 29 February 1900 that never was.
            return new SheetValue.Failure(serial.toPlainString());
        }
        boolean wholeDay = time.equals(LocalTime.MIDNIGHT) && meaning != Meaning.TIME;
        return wholeDay ? new SheetValue.Day(day(day)) : new SheetValue.Moment(day(day).atTime(time));
    }

    private LocalDate day(int serial) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1).plusDays(serial);
        }
        return LocalDate.of(1899, 12, serial < 60 ? 31 : 30).plusDays(serial);
    }

    /** ISO 8601, as some programs write it. */
    static SheetValue isoDate(String text) {
        try {
            if (!text.contains("T")) {
                return text.contains(":")
                        ? new SheetValue.Clock(LocalTime.parse(text))
                        : new SheetValue.Day(LocalDate.parse(text));
            }
            LocalDateTime moment = LocalDateTime.parse(text.replaceFirst("Z$", ""));
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? new SheetValue.Day(moment.toLocalDate())
                    : new SheetValue.Moment(moment);
        } catch (DateTimeException e) {
            return new SheetValue.Failure(text);
        }
    }
}
