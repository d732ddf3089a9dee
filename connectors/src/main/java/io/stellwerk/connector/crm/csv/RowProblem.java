package io.stellwerk.connector.crm.csv;

/**
 * What is wrong with a row.
 *
 * @param column as the heading names it; empty for the row as a whole
 * @param message names the value, what is wrong and what to write; may hold personal data, so for the quarantine file only
 */
record RowProblem(String column, QuarantineReason reason, String message) {}
