package io.stellwerk.rules.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills what a cell has into its column's snippet, as Drools does before it reads the result as DRL. */
final class Snippet {

    private static final Pattern PARAMETER = Pattern.compile("\\$(?:param\\b|([1-9]))");
    private static final Pattern BARE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
    private static final Pattern OPEN = Pattern.compile(
            "[\\p{L}_][\\p{L}\\p{N}_.]*\\s*(?:==|!=|<=|>=|<|>|contains|memberOf|matches|str\\[\\w+\\])");
    private static final Pattern UNQUOTED = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?|true|false|null|\".*\"");

    private Snippet() {}

    static String fill(String snippet, String cell) {
        if (BARE.matcher(snippet).matches()) {
            return snippet + " == " + literal(cell);
        } else if (OPEN.matcher(snippet).matches()) {
            return snippet + " " + literal(cell);
        }
        List<String> parts = parts(cell);
        StringBuilder filled = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(snippet);
        boolean quoted = false;
        int from = 0;
        while (parameter.find()) {
            String before = snippet.substring(from, parameter.start());
            quoted ^= quotes(before) % 2 == 1;
            from = parameter.end();
            String number = parameter.group(1);
            String value = number == null ? cell : part(parts, Integer.parseInt(number));
            filled.append(before).append(quoted ? escaped(value) : oneLine(value));
        }
        return filled.append(snippet, from, snippet.length()).toString();
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '"').count();
    }

    private static String literal(String cell) {
        return UNQUOTED.matcher(cell).matches() ? oneLine(cell) : '"' + escaped(cell) + '"';
    }

    private static String part(List<String> parts, int number) {
        return number <= parts.size() ? parts.get(number - 1) : "";
    }

    /** By commas outside of quotes. */
    private static List<String> parts(String cell) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < cell.length(); i++) {
            quoted ^= cell.charAt(i) == '"';
            if (cell.charAt(i) == ',' && !quoted) {
                parts.add(cell.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(cell.substring(start).strip());
        return parts;
    }

    private static String escaped(String value) {
        return oneLine(value.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** Each cell has a line of its own in the rule that is made of its row. */
    private static String oneLine(String value) {
        return value.replaceAll("\\R", " ");
    }
}
