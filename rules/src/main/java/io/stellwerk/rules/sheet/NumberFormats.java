package io.stellwerk.rules.sheet;

import io.stellwerk.rules.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the numbers of cells mean by their formats (ECMA-376 part 1, clauses 18.8.30 and 18.8.31). */
final class NumberFormats {

    enum Meaning {
        PLAIN,
        PERCENT,
        SCIENTIFIC,
        DATE,
        TIME,
        DATE_AND_TIME,
        OTHER
    }

    private final List<Meaning> byStyle = new ArrayList<>();

    /** Those of a workbook without formats. */
    NumberFormats() {}

    NumberFormats(XmlElement styles) {
        Map<String, String> codes = new HashMap<>();
        styles.first("numFmts")
                .ifPresent(formats -> formats.all("numFmt")
                        .forEach(format -> codes.put(
                                format.attribute("numFmtId").orElse(""),
                                format.attribute("formatCode").orElse(""))));
        styles.first("cellXfs")
                .ifPresent(cells -> cells.all("xf").forEach(cell -> {
                    String id = cell.attribute("numFmtId").orElse("0");
                    String code = codes.get(id);
                    byStyle.add(code == null ? builtIn(id) : meaning(code));
                }));
    }

    /** @param style as a cell names it; anything else than a number means none */
    Meaning of(String style) {
        if (!style.matches("[0-9]{1,6}")) {
            return Meaning.PLAIN;
        }
        int index = Integer.parseInt(style);
        return index < byStyle.size() ? byStyle.get(index) : Meaning.PLAIN;
    }

    private static Meaning builtIn(String id) {
        return switch (id) {
            case "0", "1", "49" -> Meaning.PLAIN;
            case "9", "10" -> Meaning.PERCENT;
            case "11", "48" -> Meaning.SCIENTIFIC;
            case "14", "15", "16", "17", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58" ->
                Meaning.DATE;
            case "18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56" -> Meaning.TIME;
            case "22" -> Meaning.DATE_AND_TIME;
            default -> Meaning.OTHER;
        };
    }

    static Meaning meaning(String code) {
        String plain = code.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                .replaceAll("\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "")
                .replaceFirst(";.*", "")
                .strip();
        if (plain.isEmpty() || plain.equals("general") || plain.equals("0") || plain.equals("@")) {
            return Meaning.PLAIN;
        } else if (plain.contains("%")) {
            return Meaning.PERCENT;
        } else if (plain.contains("e+") || plain.contains("e-")) {
            return Meaning.SCIENTIFIC;
        }
        boolean time = plain.contains("h") || plain.contains("s");
        boolean date = plain.contains("y") || plain.contains("d") || (plain.contains("m") && !time);
        return date && time ? Meaning.DATE_AND_TIME : date ? Meaning.DATE : time ? Meaning.TIME : Meaning.OTHER;
    }
}
