package io.stellwerk.rules.index;

import io.stellwerk.engine.fact.Facts;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tested facts are for one call: each is read when a table first asks for it, and once for all tables. One
 * thread.
 */
public final class FactValues {

    private static final Object ABSENT = new Object();

    private final FactField[] fields;
    private final Facts facts;
    private final Set<String> segments;
    /** Null where nobody has asked yet. */
    private final @Nullable Object[] values;

    private final long[] places;

    FactValues(FactField[] fields, Facts facts, Set<String> segments) {
        this.fields = fields;
        this.facts = facts;
        this.segments = segments;
        this.values = new Object[fields.length];
        this.places = new long[fields.length];
    }

    /** A fact's value; null if it has none. */
    @Nullable Object value(int fact) {
        Object value = values[fact];
        if (value == null) {
            value = read(fact);
        }
        return value == ABSENT ? null : value;
    }

    /** Where the value stands on the line of whole numbers; only for types that {@link Line} places there. */
    long place(int fact) {
        return places[fact];
    }

    /** When the call arrived. */
    Instant callAt() {
        return facts.call().at();
    }

    /** A value as an explanation tells it; empty if there is none. */
    static String text(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> texts && texts.isEmpty())
                ? ""
                : FactDictionary.text(value);
    }

    private Object read(int fact) {
        FactField field = fields[fact];
        if (field.name().equals(FactDictionary.SEGMENT)) {
            values[fact] = segments;
            return segments;
        }
        Object value = field.value().apply(facts);
        if (value == null) {
            value = ABSENT;
        } else if (Line.places(field.type())) {
            places[fact] = Line.place(value);
        }
        values[fact] = value;
        return value;
    }
}
