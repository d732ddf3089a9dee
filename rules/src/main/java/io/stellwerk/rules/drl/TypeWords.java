package io.stellwerk.rules.drl;

import io.stellwerk.rules.drl.Operand.Literal;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;

/** How messages speak of the types of facts. */
final class TypeWords {

    private TypeWords() {}

    static String noun(FactType type) {
        return switch (type) {
            case TEXT, ONE_OF -> "a text";
            case NUMBER -> "a number";
            case YES_NO -> "true or false";
            case DATE -> "a day";
            case TIME -> "a time of day";
            case WEEKDAY -> "a weekday";
            case PHONE_NUMBER -> "an international number";
            case TEXT_SET -> "a set of texts";
            case SCHEDULE -> "days and hours";
        };
    }

    /** How to write a value of the fact instead of this one. */
    static String remedy(FactField fact, Literal literal) {
        return switch (fact.type()) {
            case TEXT, ONE_OF, TEXT_SET ->
                "Write it in quotes: \"" + literal.shown().replace("\"", "") + "\".";
            case NUMBER -> "Write digits without quotes, such as 2 or 1.5.";
            case YES_NO -> "Write true or false, without quotes.";
            case DATE -> "Write it like \"2026-12-24\" or \"24-Dec-2026\".";
            case TIME -> "Write it like \"08:00\"; midnight is \"00:00\", and the end of the day needs no condition.";
            case WEEKDAY -> "Write a day like \"MONDAY\" or \"Mo\"; several by in (\"Mo\", \"Tu\").";
            case PHONE_NUMBER ->
                "Write a plus and 2 to 15 digits in quotes; all that begin so by str[startsWith] \"+4930\".";
            case SCHEDULE -> "Write them like \"Mo-Fr 08:00-18:00\".";
        };
    }
}
