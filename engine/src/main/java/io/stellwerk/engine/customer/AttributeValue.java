package io.stellwerk.engine.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The value of an attribute that the tenant declared in {@code tenant.yaml}. */
public sealed interface AttributeValue {

    /** A text, or one of the declared values. */
    record Text(String value) implements AttributeValue {}

    record Numeric(BigDecimal value) implements AttributeValue {}

    record YesNo(Boolean value) implements AttributeValue {}

    record Day(LocalDate value) implements AttributeValue {}

    /** A {@link String}, {@link BigDecimal}, {@link Boolean} or {@link LocalDate}. */
    Comparable<?> value();
}
