/** What a rule may read: the facts of one call. */
@NullMarked
package io.stellwerk.engine.fact;

import org.jspecify.annotations.NullMarked;
