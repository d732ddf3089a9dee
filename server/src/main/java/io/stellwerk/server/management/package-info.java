/** The management port: health, readiness, metrics, and the console's API. */
@NullMarked
package io.stellwerk.server.management;

import org.jspecify.annotations.NullMarked;
