package io.stellwerk.rules.lower;

import org.jspecify.annotations.Nullable;

/** What a rule in Drools draws its hits from. Immutable, any thread. */
interface HitSource {

    /** Leads back to the files. */
    String name();

    /** Whether what it or another of its stratum derives may let it derive more, so that it must look again. */
    boolean chains();

    /** What to fire for; null if nothing. */
    @Nullable Hit hit(Evaluation evaluation);

    /** When all is over: tells why rows did not match that nothing has been said of. */
    void noteRefusals(Evaluation evaluation);
}
