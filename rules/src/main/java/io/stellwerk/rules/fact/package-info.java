/** The fact dictionary: what rules may read, by name, with its type. */
@NullMarked
package io.stellwerk.rules.fact;

import org.jspecify.annotations.NullMarked;
