package io.stellwerk.rules.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold stand in workbooks as {@code _x000D_} (ECMA-376 part 1, clause 22.9.2.19). */
public final class ExcelText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]"
                    + "|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private ExcelText() {}

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** As a text is written into a workbook, so that it is read back unchanged. */
    public static String encode(String text) {
        return TO_ESCAPE
                .matcher(text)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }
}
