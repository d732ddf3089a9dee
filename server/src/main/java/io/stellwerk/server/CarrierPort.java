package io.stellwerk.server;

import io.stellwerk.connector.carrier.http.CarrierHttpOptions;
import io.stellwerk.connector.carrier.http.CarrierHttpOptions.OverloadAnswer;
import io.stellwerk.connector.carrier.http.CarrierHttpOptions.Tls;
import io.stellwerk.server.config.CarrierHttp;
import io.stellwerk.server.config.Configuration;
import java.nio.file.Path;

/** The carriers' port as configured, in the connector's own terms. */
final class CarrierPort {

    private CarrierPort() {}

    static CarrierHttpOptions options(Configuration configuration) {
        CarrierHttp http = configuration.carrierHttp();
        CarrierHttpOptions defaults = CarrierHttpOptions.defaults();
        return new CarrierHttpOptions(
                http.host(),
                http.port(),
                configuration.eventLoops(),
                http.carrierWithoutKey(),
                http.overloadUnavailable() ? OverloadAnswer.UNAVAILABLE : OverloadAnswer.DEFAULT_ROUTE,
                http.overloadLag(),
                http.maxConnections(),
                http.maxQueries(),
                http.idleTimeout(),
                configuration.drainTime(),
                defaults.rememberFor(),
                defaults.rememberEntries(),
                defaults.rememberBytes(),
                http.tls()
                        .map(tls -> new Tls(
                                tls.certificate().toString(),
                                tls.key().toString(),
                                tls.clientAuthorities().map(Path::toString))));
    }
}
