package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Place;

/**
 * A cell of a {@link Grid}.
 *
 * @param text without blanks at its ends
 * @param place where it begins
 */
public record GridCell(String text, Place place) {}
