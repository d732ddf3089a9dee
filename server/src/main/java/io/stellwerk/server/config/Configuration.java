package io.stellwerk.server.config;

import io.stellwerk.connector.carrier.CarrierAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Everything that the operator decides. Carries no key in clear: {@link #toString()} may be logged.
 *
 * @param dataDirectory what must survive a restart
 * @param drainTime how long a stopping server goes on answering, so that networks turn to the next node
 * @param eventLoops threads that decide calls, at least 1
 */
public record Configuration(
        Path dataDirectory,
        Duration drainTime,
        int eventLoops,
        CarrierHttp carrierHttp,
        Management management,
        List<CarrierAccess> carriers,
        List<TenantFolder> tenants) {

    public Configuration {
        carriers = List.copyOf(carriers);
        tenants = List.copyOf(tenants);
    }
}
