package io.stellwerk.rules.space;

/**
 * A row or rule that derives a segment.
 *
 * @param sure whether it derives it whenever its condition is true, and not only if no other row comes before
 */
public record Derivation(String segment, Shape shape, boolean sure) {}
