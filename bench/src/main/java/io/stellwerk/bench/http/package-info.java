/** A pre-connect query over HTTP against a bare server of the same payloads, in one run. */
@NullMarked
package io.stellwerk.bench.http;

import org.jspecify.annotations.NullMarked;
