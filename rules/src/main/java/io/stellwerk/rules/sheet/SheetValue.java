package io.stellwerk.rules.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What a cell holds, as its spreadsheet understood it. */
public sealed interface SheetValue {

    /** Never empty. */
    record Text(String text) implements SheetValue {}

    /** @param value without zeros at the end; exact to the 15 digits that spreadsheets keep */
    record Numeric(BigDecimal value, Display display) implements SheetValue {}

    record Truth(boolean value) implements SheetValue {}

    record Day(LocalDate day) implements SheetValue {}

    /** A time of day. */
    record Clock(LocalTime time) implements SheetValue {}

    /** A day with a time of day. */
    record Moment(LocalDateTime moment) implements SheetValue {}

    /** @param text {@code #N/A} */
    record Failure(String text) implements SheetValue {}

    /** Never evaluated, and its last result not believed. */
    record Formula(String text) implements SheetValue {}

    /** How a number is shown, where it matters. */
    enum Display {
        /** With the digits that it has. */
        PLAIN,
        /** As what it is a hundredth of. */
        PERCENT,
        /** {@code 1.0E+10}. */
        SCIENTIFIC,
        /** By a format of the author's, with digits or texts of its own. */
        OTHER
    }
}
