/** What can be noted of a decision while it is made: the raw material of its explanation. */
@NullMarked
package io.stellwerk.engine.decision.trace;

import org.jspecify.annotations.NullMarked;
