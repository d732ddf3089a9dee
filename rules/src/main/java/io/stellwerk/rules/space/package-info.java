/**
 * All calls that there can be, as a space: conditions are boxes in it, and what lies outside of all boxes is found by
 * cutting.
 */
@NullMarked
package io.stellwerk.rules.space;

import org.jspecify.annotations.NullMarked;
