/** Finds the rows of a decision table that match a call, at a cost that hardly grows with the table. */
@NullMarked
package io.stellwerk.rules.index;

import org.jspecify.annotations.NullMarked;
