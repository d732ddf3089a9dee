package io.stellwerk.rules.table;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.route.WeeklyHours;
import org.jspecify.annotations.Nullable;

/** One alternative of a cell. Values have the Java type of the fact's type. */
public sealed interface Term {

    /** The fact equals the value; a set contains it. */
    record Is(Comparable<?> value) implements Term {}

    /** The fact lies between two ends; an end that is null is open. A time's span may pass midnight. */
    record Between(
            @Nullable Comparable<?> from,
            boolean fromIncluded,
            @Nullable Comparable<?> until,
            boolean untilIncluded) implements Term {}

    /** A text begins so. */
    record StartsWith(String prefix) implements Term {}

    /** A phone number begins so. */
    record HasPrefix(NumberPrefix prefix) implements Term {}

    /** The instant lies in these hours of the week. */
    record During(WeeklyHours hours) implements Term {}

    /** The fact has no value; a set is empty. */
    record NoValue() implements Term {}
}
