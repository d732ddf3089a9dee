package io.stellwerk.rules.fact;

/** The type of a fact, and the Java type of its values. A fact without a value is absent whatever its type. */
public enum FactType {
    /** {@link String}. */
    TEXT,
    /** {@link java.math.BigDecimal}. */
    NUMBER,
    /** {@link Boolean}. */
    YES_NO,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.LocalTime}: a cell's spans are half-open and may pass midnight. */
    TIME,
    /** {@link java.time.DayOfWeek}. */
    WEEKDAY,
    /** {@link String}, one of the fact's declared values. */
    ONE_OF,
    /** {@link io.stellwerk.engine.call.PhoneNumber}. */
    PHONE_NUMBER,
    /** {@link java.util.Set} of {@link String}: a cell asks whether one of its texts is in it. */
    TEXT_SET,
    /** {@link java.time.LocalDateTime}: a cell names weekdays and hours together. */
    SCHEDULE
}
