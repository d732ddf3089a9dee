/** Tables from one format into another. */
@NullMarked
package io.stellwerk.rules.convert;

import org.jspecify.annotations.NullMarked;
