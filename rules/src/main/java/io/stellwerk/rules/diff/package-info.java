/** What differs between two rule sets, by what it means and not by lines of text. */
@NullMarked
package io.stellwerk.rules.diff;

import org.jspecify.annotations.NullMarked;
