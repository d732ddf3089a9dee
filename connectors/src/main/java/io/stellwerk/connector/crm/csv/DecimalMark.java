package io.stellwerk.connector.crm.csv;

/** How the numbers of a file are written. */
public enum DecimalMark {
    /** Either way, each number by itself; {@code 1.234} and {@code 1,234}, which can be both, are quarantined. */
    EITHER,
    /** {@code 1234.56}, {@code 1,234.56}; {@code 1.234} is little more than one. */
    POINT,
    /** {@code 1234,56}, {@code 1.234,56}; {@code 1.234} is more than a thousand. */
    COMMA
}
