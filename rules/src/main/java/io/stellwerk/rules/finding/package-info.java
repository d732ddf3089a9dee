/** What a check found, with place and remedy. */
@NullMarked
package io.stellwerk.rules.finding;

import org.jspecify.annotations.NullMarked;
