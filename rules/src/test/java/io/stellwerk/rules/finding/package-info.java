@NullMarked
package io.stellwerk.rules.finding;

import org.jspecify.annotations.NullMarked;
