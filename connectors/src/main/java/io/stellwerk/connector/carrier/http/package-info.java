/** The carrier's side over HTTP and JSON: docs/carrier-api.md. */
@NullMarked
package io.stellwerk.connector.carrier.http;

import org.jspecify.annotations.NullMarked;
