package io.stellwerk.rules.diff;

import io.stellwerk.rules.explain.Language;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import java.util.Locale;

/**
 * What a detail is about.
 *
 * @param name stable, as JSON has it
 * @param english what people read
 * @param german what people read
 */
public record Field(String name, String english, String german) {

    static final Field NAME = new Field("name", "Name", "Name");

    static Field of(String name, String english, String german) {
        return new Field(name, english, german);
    }

    static Field of(Condition condition) {
        FactField fact = condition.fact();
        if (condition.operator() == ColumnOperator.IS) {
            return new Field(fact.name(), fact.labelEn(), fact.labelDe());
        }
        String operator = condition.operator().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Field(
                fact.name() + " " + operator,
                fact.labelEn() + " " + operator,
                fact.labelDe() + " " + german(condition.operator()));
    }

    private static String german(ColumnOperator operator) {
        return switch (operator) {
            case IS -> "ist";
            case AT_LEAST -> "mindestens";
            case AT_MOST -> "höchstens";
            case STARTS_WITH -> "beginnt mit";
        };
    }

    /** What people read. */
    public String label(Language language) {
        return language == Language.DE ? german : english;
    }
}
