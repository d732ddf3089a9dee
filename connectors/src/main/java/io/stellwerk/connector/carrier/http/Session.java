package io.stellwerk.connector.carrier.http;

import io.stellwerk.connector.carrier.Carriers;
import io.vertx.core.http.HttpConnection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection, with who is at its other end. One event loop's own. */
final class Session {

    final HttpConnection connection;

    /** Since when a query's body has been coming in, by the monotonic clock; meaningless while none is. */
    private long readingSince;

    private boolean reading;
    private @Nullable Carriers carriers;
    private @Nullable String authorization;
    private @Nullable KnownCarrier known;

    Session(HttpConnection connection) {
        this.connection = connection;
    }

    /**
     * Who presented the same credentials on this connection before; null if nobody did, or the carriers have changed
     * since. Comparing them in no constant time is fine: whoever can ask has presented them.
     */
    @Nullable KnownCarrier known(Carriers now, @Nullable String presented) {
        return now == carriers && Objects.equals(presented, authorization) ? known : null;
    }

    void remember(Carriers now, @Nullable String presented, KnownCarrier carrier) {
        carriers = now;
        authorization = presented;
        known = carrier;
    }

    void readingBegan(long nowNanos) {
        reading = true;
        readingSince = nowNanos;
    }

    void readingEnded() {
        reading = false;
    }

    boolean readingLongerThan(long nanos, long nowNanos) {
        return reading && nowNanos - readingSince > nanos;
    }
}
