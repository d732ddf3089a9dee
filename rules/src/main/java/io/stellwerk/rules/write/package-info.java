/** Writes decision tables as their files. */
@NullMarked
package io.stellwerk.rules.write;

import org.jspecify.annotations.NullMarked;
