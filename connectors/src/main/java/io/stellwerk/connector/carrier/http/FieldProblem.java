package io.stellwerk.connector.carrier.http;

/**
 * What is wrong with one field of a query.
 *
 * @param field its name; empty for the document as a whole
 * @param detail what is; never repeats a value, since it may be a caller's number
 * @param remedy what to send instead
 */
record FieldProblem(String field, String detail, String remedy) {}
