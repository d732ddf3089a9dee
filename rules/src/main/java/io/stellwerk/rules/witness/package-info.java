/** Sample calls that show what a finding says. */
@NullMarked
package io.stellwerk.rules.witness;

import org.jspecify.annotations.NullMarked;
