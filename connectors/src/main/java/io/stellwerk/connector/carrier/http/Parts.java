package io.stellwerk.connector.carrier.http;

import io.stellwerk.connector.carrier.QueryDesk;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;

/** What all event loops of a server share: immutable, or made for many threads. */
record Parts(
        Vertx vertx,
        CarrierHttpOptions options,
        QueryDesk desk,
        AnswerMemory memory,
        CarrierMeters meters,
        LongSupplier nanoTime) {}
