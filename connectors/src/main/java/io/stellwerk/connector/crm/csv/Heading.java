package io.stellwerk.connector.crm.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a file holds which field. */
final class Heading {

    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Heading(List<String> columns) {
        this.columns = columns;
    }

    /**
     * @param fields all that a column may hold; capitals do not matter in the names of columns
     * @param needed those without which nothing can be read
     */
    static Heading read(List<String> columns, List<String> fields, List<String> needed, Map<String, String> mapping)
            throws UnreadableFileException {
        Heading heading = new Heading(columns.stream().map(CellText::trim).toList());
        heading.check(mapping, fields);
        for (int place = 0; place < heading.columns.size(); place++) {
            heading.place(place, fields, mapping);
        }
        for (String field : needed) {
            if (!heading.places.containsKey(field)) {
                heading.problems.add("There is no column '" + field + "'; the file has " + heading.columns
                        + ": name the one that holds it by a mapping, such as 'Kd-Nr=" + field + "'");
            }
        }
        if (!heading.problems.isEmpty()) {
            throw new UnreadableFileException(heading.problems);
        }
        return heading;
    }

    int width() {
        return columns.size();
    }

    /** -1 if no column holds the field. */
    int place(String field) {
        return places.getOrDefault(field, -1);
    }

    /** How the file names the column of a field. */
    String column(String field) {
        int place = place(field);
        return place < 0 ? field : columns.get(place);
    }

    /** Columns that hold no field. */
    List<String> unknown() {
        return unknown;
    }

    private void check(Map<String, String> mapping, List<String> fields) {
        mapping.forEach((column, field) -> {
            if (named(columns, column).isEmpty()) {
                problems.add("The mapping names a column '" + column + "', and the file has " + columns);
            }
            if (!fields.contains(field)) {
                problems.add("The mapping names a field '" + field + "', and the fields are " + fields);
            }
        });
    }

    private void place(int place, List<String> fields, Map<String, String> mapping) {
        String column = columns.get(place);
        Optional<String> mapped =
                named(List.copyOf(mapping.keySet()), column).map(name -> String.valueOf(mapping.get(name)));
        Optional<String> field = mapped.or(() -> named(fields, column).filter(name -> !mapping.containsValue(name)));
        if (field.isEmpty()) {
            unknown.add(column);
            return;
        }
        Integer earlier = places.putIfAbsent(field.get(), place);
        if (earlier != null) {
            problems.add("The columns '" + columns.get(earlier) + "' and '" + column + "' both hold '" + field.get()
                    + "': rename one of them");
        }
    }

    private static Optional<String> named(List<String> names, String wanted) {
        return names.contains(wanted)
                ? Optional.of(wanted)
                : names.stream().filter(wanted::equalsIgnoreCase).findFirst();
    }
}
