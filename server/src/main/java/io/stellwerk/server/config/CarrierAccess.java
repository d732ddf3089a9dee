package io.stellwerk.server.config;

import io.stellwerk.engine.call.Carrier;
import java.util.List;

/** A carrier and the keys that prove it: several, so that one can be replaced without a gap. */
public record CarrierAccess(Carrier carrier, List<KeyHash> keys) {

    public CarrierAccess {
        keys = List.copyOf(keys);
    }
}
