package io.stellwerk.connector.crm.csv;

/** Why a row, or a cell of it, could not be read. Stable enough to count by. */
public enum QuarantineReason {
    /** A quote that is never closed, or text behind a closing one. */
    BROKEN_QUOTES,
    TOO_LONG,
    /** A byte that is no character in the encoding of the file. */
    UNREADABLE_CHARACTER,
    WRONG_NUMBER_OF_CELLS,
    MISSING_ID,
    /** An earlier row has the same id: that one counts. */
    DUPLICATE_ID,
    NOT_A_PHONE_NUMBER,
    NOT_A_TRUNK,
    NOT_A_NUMBER,
    /** 1.234 or 1,234: one and a bit, or more than a thousand? */
    AMBIGUOUS_NUMBER,
    NOT_A_COUNT,
    NOT_A_DATE,
    NOT_YES_OR_NO,
    NOT_AN_OFFER,
    NOT_A_LANGUAGE,
    UNKNOWN_CLASS,
    /** Not one of the values that the tenant declared for the attribute. */
    UNKNOWN_VALUE
}
