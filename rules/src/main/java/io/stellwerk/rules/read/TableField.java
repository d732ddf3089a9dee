package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Place;

/** A field of a table's file: of a line of CSV, or a cell of a sheet. */
public interface TableField {

    /** As it stands there, blanks around it included. */
    String text();

    default String value() {
        return text().strip();
    }

    /** Where the character at an index of the text stands, as exactly as the file knows. */
    Place place(String file, int at);
}
