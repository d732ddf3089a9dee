/** A tenant's published rule set, and what its rules answer. */
@NullMarked
package io.stellwerk.engine.rule;

import org.jspecify.annotations.NullMarked;
