/** Reads the files of a rule set into the engine's values, telling everything that is wrong with them. */
@NullMarked
package io.stellwerk.rules.read;

import org.jspecify.annotations.NullMarked;
