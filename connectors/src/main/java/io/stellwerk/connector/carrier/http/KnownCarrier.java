package io.stellwerk.connector.carrier.http;

import io.stellwerk.engine.call.Carrier;

/** A carrier that has shown who it is, with what is counted of it. */
record KnownCarrier(Carrier carrier, CarrierMeters.OfCarrier meters) {}
