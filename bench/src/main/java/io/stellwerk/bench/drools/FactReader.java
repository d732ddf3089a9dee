package io.stellwerk.bench.drools;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads facts as a user of standard Drools would keep them in beans: numbers and times of day as texts. */
final class FactReader {

    private final FactDictionary dictionary;
    private final Facts facts;

    FactReader(FactDictionary dictionary, Facts facts) {
        this.dictionary = dictionary;
        this.facts = facts;
    }

    @Nullable Object value(String name) {
        return dictionary
                .field(name)
                .map(FactField::value)
                .map(value -> value.apply(facts))
                .orElse(null);
    }

    @Nullable String text(String name) {
        Object value = value(name);
        if (value instanceof PhoneNumber number) {
            return number.e164();
        } else if (value instanceof LocalTime time) {
            return time.toString();
        } else if (value instanceof DayOfWeek day) {
            return day.name();
        }
        return (String) value;
    }

    @Nullable BigDecimal number(String name) {
        return (BigDecimal) value(name);
    }

    @Nullable Boolean yesNo(String name) {
        return (Boolean) value(name);
    }

    @Nullable LocalDate date(String name) {
        return (LocalDate) value(name);
    }

    /** Empty if there is none. */
    Set<String> texts(String name) {
        Set<String> texts = new TreeSet<>();
        if (value(name) instanceof Collection<?> values) {
            values.forEach(text -> texts.add((String) text));
        }
        return texts;
    }
}
