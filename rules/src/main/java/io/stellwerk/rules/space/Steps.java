package io.stellwerk.rules.space;

import org.jspecify.annotations.Nullable;

/** How much may still be done: a step is a look at one box, some ten nanoseconds. */
public final class Steps {

    private final @Nullable Steps whole;
    private long left;

    private Steps(@Nullable Steps whole, long left) {
        this.whole = whole;
        this.left = left;
    }

    public static Steps of(long allowed) {
        return new Steps(null, allowed);
    }

    /** For a part of the work that shall not use up all. */
    public Steps part(long atMost) {
        return new Steps(this, atMost);
    }

    public boolean spent() {
        return left <= 0 || (whole != null && whole.spent());
    }

    void take(long steps) {
        left -= steps;
        if (whole != null) {
            whole.take(steps);
        }
    }
}
