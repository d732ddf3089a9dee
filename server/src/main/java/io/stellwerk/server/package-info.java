/** Puts everything together: the only package that sees engine, rules, connectors and console. */
@NullMarked
package io.stellwerk.server;

import org.jspecify.annotations.NullMarked;
