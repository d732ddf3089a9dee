/** Checks a rule set as a whole: names, plans, phases, segments, overlaps. */
@NullMarked
package io.stellwerk.rules.check;

import org.jspecify.annotations.NullMarked;
