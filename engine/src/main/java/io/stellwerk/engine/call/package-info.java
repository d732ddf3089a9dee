/** What is asked: the call, its numbers, the carrier that asks, how long it waits. */
@NullMarked
package io.stellwerk.engine.call;

import org.jspecify.annotations.NullMarked;
