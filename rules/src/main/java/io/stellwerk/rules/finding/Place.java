package io.stellwerk.rules.finding;

import java.util.Optional;

/**
 * Where something stands in a rule set. What does not apply is empty or 0.
 *
 * @param file name within the rule set; in a workbook with the sheet behind it: {@code rules/offers.xlsx!Offers}
 * @param line in the file, or row of the sheet, from 1
 * @param character in the line, or column of the sheet, from 1
 * @param row the stable id of a table's row, or an element's id
 * @param column the heading of a table's column, or a key
 */
public record Place(String file, int line, int character, String row, String column) {

    private static final String WORKBOOK = ".xlsx!";

    public static Place of(String file) {
        return new Place(file, 0, 0, "", "");
    }

    public static Place at(String file, int line, int character) {
        return new Place(file, line, character, "", "");
    }

    public Place in(String newRow, String newColumn) {
        return new Place(file, line, character, newRow, newColumn);
    }

    /** How a sheet of a workbook is called, as a part of a rule set. */
    public static String sheet(String workbook, String sheet) {
        return workbook + "!" + sheet;
    }

    /** The name of the sheet; empty if the file is no sheet of a workbook. */
    public static Optional<String> sheetOf(String file) {
        int sheet = file.indexOf(WORKBOOK);
        return sheet < 0 ? Optional.empty() : Optional.of(file.substring(sheet + WORKBOOK.length()));
    }

    /** The file without the sheet. */
    public String workbook() {
        return sheetOf(file)
                .map(sheet -> file.substring(0, file.length() - sheet.length() - 1))
                .orElse(file);
    }

    /** {@code C7}; empty if the place is no single cell of a sheet. */
    public Optional<String> cell() {
        boolean cell = line > 0 && character > 0 && sheetOf(file).isPresent();
        return cell ? Optional.of(letters(character) + line) : Optional.empty();
    }

    /** How spreadsheets call a column: {@code C} for 3. */
    public static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** {@code offers.csv:7, row row-7, column customer.value}, or {@code offers.xlsx!Offers:C7, row row-7}. */
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + cell().orElse(line + (character > 0 ? ":" + character : "")) : "")
                + (row.isEmpty() ? "" : ", row " + row)
                + (column.isEmpty() ? "" : ", column " + column);
    }
}
