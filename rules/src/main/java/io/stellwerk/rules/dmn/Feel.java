package io.stellwerk.rules.dmn;

import java.util.List;
import java.util.stream.Collectors;

/** Literals of FEEL (DMN 1.5, clause 10.3.1.2). */
final class Feel {

    static final String NULL = "null";

    /** Monday first. */
    static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private Feel() {}

    static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean plain = c >= ' ' && c < 0xFFFE && !Character.isSurrogate((char) c) && c != 0x7F;
                    quoted.append(plain ? String.valueOf((char) c) : "\\u%04X".formatted(c));
                }
            }
        });
        return quoted.append('"').toString();
    }

    static String list(List<String> texts) {
        return texts.stream().map(Feel::string).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code Mo} for Monday; empty for anything else. */
    static String day(String name) {
        return DAYS.stream()
                .filter(day -> day.equalsIgnoreCase(name) || day.substring(0, 2).equalsIgnoreCase(name))
                .map(day -> day.substring(0, 2))
                .findFirst()
                .orElse("");
    }
}
