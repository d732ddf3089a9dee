package io.stellwerk.rules.read;

import java.util.Optional;

/** The lines of a table's file that are not blank, each made when it is asked for. */
interface TableLines {

    int count();

    /** Whether it is a setting or a comment. */
    boolean hash(int index);

    /** A setting or a heading, as it stands there. */
    TableLine line(int index);

    /** A row with a field for each column of the heading; empty, with a finding, if it does not fit. */
    Optional<TableLine> row(int index, TableHeading heading);
}
