package io.stellwerk.rules.classic;

/**
 * A column of a classic table.
 *
 * @param index from 1
 * @param pattern what a condition's snippet stands in, such as {@code $c : Customer}; empty if the snippet stands for itself
 * @param snippet with {@code $param} or {@code $1}, {@code $2} for what the cells have
 */
record ClassicColumn(int index, ColumnKind kind, String pattern, String snippet) {}
