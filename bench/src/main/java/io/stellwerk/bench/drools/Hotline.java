package io.stellwerk.bench.drools;

import org.jspecify.annotations.Nullable;

/** A hotline, for standard Drools. */
public final class Hotline {

    private final @Nullable String id;
    private final @Nullable String tariffClass;

    Hotline(FactReader facts) {
        id = facts.text("hotline");
        tariffClass = facts.text("hotline.tariffClass");
    }

    public @Nullable String getId() {
        return id;
    }

    public @Nullable String getTariffClass() {
        return tariffClass;
    }
}
