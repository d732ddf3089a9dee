package io.stellwerk.engine.router;

import io.stellwerk.engine.call.ServiceNumber;
import java.util.Optional;

/** Who owns which service number. Any thread, waits for nothing. */
@FunctionalInterface
public interface LiveTenants {

    Optional<LiveTenant> owning(ServiceNumber called);
}
