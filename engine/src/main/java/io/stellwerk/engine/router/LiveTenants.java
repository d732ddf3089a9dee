package io.stellwerk.engine.router;

import io.stellwerk.engine.call.ServiceNumber;
import java.util.Collection;
import java.util.Optional;

/** The tenants served, and who owns which service number. Any thread, waits for nothing. */
public interface LiveTenants {

    Optional<LiveTenant> owning(ServiceNumber called);

    /** All tenants, each as it is at this moment. */
    Collection<LiveTenant> all();
}
