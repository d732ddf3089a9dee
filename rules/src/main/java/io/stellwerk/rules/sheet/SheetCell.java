package io.stellwerk.rules.sheet;

/**
 * A cell that is not empty.
 *
 * @param column from 1
 */
public record SheetCell(int column, SheetValue value) {}
