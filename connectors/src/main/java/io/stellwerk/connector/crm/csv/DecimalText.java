package io.stellwerk.connector.crm.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as they stand in German and English files. */
final class DecimalText {

    private static final int LONGEST = 40;
    private static final Pattern PLAIN_POINT = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern PLAIN_COMMA = Pattern.compile("[+-]?\\d+(,\\d+)?");
    private static final Pattern GROUPED_POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPED_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern AMBIGUOUS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    private DecimalText() {}

    /** Whether it is a number in both ways of writing, and a different one. */
    static boolean isAmbiguous(String text, DecimalMark mark) {
        return mark == DecimalMark.EITHER && AMBIGUOUS.matcher(text).matches();
    }

    /** Empty if it is no number in this way of writing. An ambiguous one is read with a point. */
    static Optional<BigDecimal> read(String text, DecimalMark mark) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (mark != DecimalMark.COMMA) {
            if (PLAIN_POINT.matcher(text).matches()) {
                return Optional.of(new BigDecimal(text));
            } else if (GROUPED_POINT.matcher(text).matches()) {
                return Optional.of(new BigDecimal(text.replace(",", "")));
            }
        }
        if (mark != DecimalMark.POINT) {
            if (PLAIN_COMMA.matcher(text).matches()
                    || GROUPED_COMMA.matcher(text).matches()) {
                return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
            }
        }
        return Optional.empty();
    }
}
