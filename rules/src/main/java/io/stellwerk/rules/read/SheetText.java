package io.stellwerk.rules.read;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.sheet.SheetValue;
import io.stellwerk.rules.sheet.SheetValue.Display;
import io.stellwerk.rules.sheet.SheetValue.Numeric;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What the cells of a sheet mean as texts. Spreadsheets turn what people write into numbers, truth values, days and times;
 * where a column asks for just that they are taken, elsewhere what was written is lost, which is a finding.
 */
final class SheetText {

    /** What a column asks for. */
    enum Wanted {
        TEXT,
        NOTE,
        NUMBER,
        YES_NO,
        DATE,
        TIME,
        PHONE_NUMBER
    }

    private static final int MOST_FORMULAS = 50;
    private static final String AS_TEXT = "Format the column as text, and write the cell again.";
    /** Spreadsheets keep 15 digits; one that has so many may have had more. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    private final Findings findings;
    private int formulas;

    SheetText(Findings findings) {
        this.findings = findings;
    }

    /** An empty text, with a finding, if the cell does not say what its author wrote. */
    String of(SheetValue value, Wanted wanted, Place place) {
        if (value instanceof SheetValue.Text text) {
            return text.text();
        } else if (value instanceof SheetValue.Formula) {
            return formula(place);
        } else if (value instanceof SheetValue.Failure failure) {
            findings.add(FindingCode.CHANGED_BY_SPREADSHEET.at(
                    place, "The cell shows the error '" + failure.text() + "'.", "Write what is meant."));
            return "";
        }
        Optional<String> meant = meant(value, wanted);
        if (meant.isEmpty()) {
            changed(value, wanted, place);
        }
        return meant.orElse("");
    }

    private String formula(Place place) {
        if (formulas++ < MOST_FORMULAS) {
            findings.add(FindingCode.FORMULA.at(
                    place,
                    formulas == MOST_FORMULAS
                            ? "Formulas are not calculated; there are more of them behind this cell."
                            : "Formulas are not calculated.",
                    "Paste the value instead: copy the cell, then paste it special as value."));
        }
        return "";
    }

    private static Optional<String> meant(SheetValue value, Wanted wanted) {
        return switch (wanted) {
            case NOTE -> Optional.of(plain(value));
            case NUMBER -> number(value);
            case YES_NO ->
                value instanceof SheetValue.Truth truth ? Optional.of(truth.value() ? "yes" : "no") : Optional.empty();
            case DATE ->
                value instanceof SheetValue.Day day ? Optional.of(day.day().toString()) : Optional.empty();
            case TIME -> value instanceof SheetValue.Clock clock ? minute(clock.time()) : Optional.empty();
            case TEXT -> digits(value);
            case PHONE_NUMBER -> Optional.empty();
        };
    }

    private static Optional<String> number(SheetValue value) {
        if (!(value instanceof Numeric number)
                || number.display() == Display.PERCENT
                || number.display() == Display.SCIENTIFIC
                || number.value().abs().compareTo(TOO_LARGE) >= 0) {
            return Optional.empty();
        }
        return Optional.of(number.value().toPlainString());
    }

    private static Optional<String> minute(LocalTime time) {
        return time.getSecond() == 0 ? Optional.of(time.toString()) : Optional.empty();
    }

    /** A whole number that is shown as it is kept is a text of digits. */
    private static Optional<String> digits(SheetValue value) {
        boolean whole = value instanceof Numeric number
                && number.display() == Display.PLAIN
                && number.value().scale() == 0
                && number.value().signum() >= 0;
        return whole ? number(value) : Optional.empty();
    }

    private static String plain(SheetValue value) {
        if (value instanceof Numeric number) {
            return number.value().toPlainString();
        } else if (value instanceof SheetValue.Truth truth) {
            return truth.value() ? "yes" : "no";
        } else if (value instanceof SheetValue.Day day) {
            return day.day().toString();
        } else if (value instanceof SheetValue.Clock clock) {
            return clock.time().toString();
        }
        return ((SheetValue.Moment) value).moment().toString().replace('T', ' ');
    }

    private void changed(SheetValue value, Wanted wanted, Place place) {
        if (wanted == Wanted.PHONE_NUMBER) {
            findings.add(FindingCode.CHANGED_BY_SPREADSHEET.at(
                    place,
                    "The spreadsheet keeps '" + PhoneNumber.mask(plain(value))
                            + "' as a number, so a plus or zeros before it are lost.",
                    "Format the column as text, and write the number again: +4930*."));
        } else if (value instanceof Numeric number) {
            findings.add(number(number, wanted, place));
        } else {
            findings.add(FindingCode.CHANGED_BY_SPREADSHEET.at(
                    place,
                    "The spreadsheet made " + kind(value) + " of what was written here: " + plain(value) + ".",
                    remedy(wanted)));
        }
    }

    private static io.stellwerk.rules.finding.Finding number(Numeric number, Wanted wanted, Place place) {
        String text = number.value().toPlainString();
        String message = switch (number.display()) {
            case PERCENT -> "The spreadsheet keeps a percentage as its hundredth, " + text + ".";
            case SCIENTIFIC -> "The number " + text + " is shown with an exponent, so digits may be lost.";
            case OTHER -> "The number " + text + " may be shown otherwise than it is kept.";
            case PLAIN -> "The spreadsheet keeps a number here, " + text + ".";
        };
        return FindingCode.CHANGED_BY_SPREADSHEET.at(place, message, remedy(wanted));
    }

    private static String kind(SheetValue value) {
        if (value instanceof SheetValue.Truth) {
            return "yes or no";
        } else if (value instanceof SheetValue.Day) {
            return "a day";
        }
        return value instanceof SheetValue.Clock ? "a time" : "a day with a time";
    }

    private static String remedy(Wanted wanted) {
        return switch (wanted) {
            case DATE -> "Format the column as text, and write a day like 2026-12-24.";
            case TIME -> "Format the column as text, and write a time like 08:00, without seconds.";
            case NUMBER -> "Format the column as text, and write the number with all its digits.";
            case YES_NO -> "Write yes or no.";
            default -> AS_TEXT;
        };
    }
}
