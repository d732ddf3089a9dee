package io.stellwerk.rules.read;

import java.util.List;

/**
 * A record of a CSV file, which is a line, or several if a field has quotes; or a row of a sheet.
 *
 * @param line where it begins, from 1
 */
record TableLine(int line, List<TableField> fields) {

    boolean blank() {
        return fields.stream().allMatch(field -> field.value().isEmpty());
    }

    /** Whether it is a setting or a comment. */
    boolean hash() {
        return fields.get(0).text().startsWith("#");
    }

    /** The value of a field; empty if the record has so few. */
    String value(int index) {
        return index < fields.size() ? fields.get(index).value() : "";
    }
}
