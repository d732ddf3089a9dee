/** The answer: what is to become of a call, which rule said so, and why. */
@NullMarked
package io.stellwerk.engine.decision;

import org.jspecify.annotations.NullMarked;
