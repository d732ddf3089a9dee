package io.stellwerk.rules.fact;

import io.stellwerk.engine.fact.Facts;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fact that rules may read.
 *
 * @param name as rules write it: {@code customer.dunningLevel}
 * @param values the only ones it can have; empty if it is free
 * @param labelEn what people read in English
 * @param labelDe what people read in German
 * @param value reads it; null when the fact has no value for this call
 */
public record FactField(
        String name,
        FactType type,
        List<String> values,
        String labelEn,
        String labelDe,
        Function<Facts, @Nullable Object> value) {

    public FactField {
        values = List.copyOf(values);
    }
}
