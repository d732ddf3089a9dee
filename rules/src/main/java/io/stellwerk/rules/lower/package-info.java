/** Decision tables as rules of Drools' executable model, and their evaluation. */
@NullMarked
package io.stellwerk.rules.lower;

import org.jspecify.annotations.NullMarked;
