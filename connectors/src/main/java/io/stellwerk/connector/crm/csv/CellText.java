package io.stellwerk.connector.crm.csv;

import java.util.ArrayList;
import java.util.List;

/** What all cells have in common. */
final class CellText {

    private static final char NO_BREAK_SPACE = '\u00A0';

    private CellText() {}

    /** Without blanks at its ends, the unbreakable ones of spreadsheets too. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Several values by {@code |}; empty ones are left out. */
    static List<String> several(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', start)) {
            addValue(values, text.substring(start, bar));
            start = bar + 1;
        }
        addValue(values, text.substring(start));
        return values;
    }

    private static void addValue(List<String> values, String text) {
        String value = trim(text);
        if (!value.isEmpty()) {
            values.add(value);
        }
    }

    private static boolean isBlank(char c) {
        return c == NO_BREAK_SPACE || Character.isWhitespace(c);
    }
}
