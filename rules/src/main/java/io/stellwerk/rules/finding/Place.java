package io.stellwerk.rules.finding;

/**
 * Where something stands in a rule set. What does not apply is empty or 0.
 *
 * @param file name within the rule set
 * @param line in the file, from 1
 * @param character in the line, from 1
 * @param row the stable id of a table's row, or an element's id
 * @param column the heading of a table's column, or a key
 */
public record Place(String file, int line, int character, String row, String column) {

    public static Place of(String file) {
        return new Place(file, 0, 0, "", "");
    }

    public static Place at(String file, int line, int character) {
        return new Place(file, line, character, "", "");
    }

    public Place in(String newRow, String newColumn) {
        return new Place(file, line, character, newRow, newColumn);
    }

    /** {@code offers.csv:7, row row-7, column customer.value}. */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line : "")
                + (line > 0 && character > 0 ? ":" + character : "")
                + (row.isEmpty() ? "" : ", row " + row)
                + (column.isEmpty() ? "" : ", column " + column);
    }
}
