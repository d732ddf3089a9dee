package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Place;

/**
 * A cell of a sheet as a field of a table.
 *
 * @param text what it means in its column; empty if it is empty
 */
record SheetField(String text, int row, int column) implements TableField {

    /** The cell: nothing in a spreadsheet points into one. */
    @Override
    public Place place(String file, int at) {
        return Place.at(file, row, column);
    }
}
