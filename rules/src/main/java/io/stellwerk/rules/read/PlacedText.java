package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Place;

/** A field of a table that was translated from another form, with the place it had there. */
public record PlacedText(String text, Place place) implements TableField {

    @Override
    public Place place(String file, int at) {
        return place;
    }
}
