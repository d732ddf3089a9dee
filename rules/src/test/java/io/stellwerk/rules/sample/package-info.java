/** Calls, facts and tables to test with. */
@NullMarked
package io.stellwerk.rules.sample;

import org.jspecify.annotations.NullMarked;
