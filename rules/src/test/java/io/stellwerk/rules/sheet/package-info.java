@NullMarked
package io.stellwerk.rules.sheet;

import org.jspecify.annotations.NullMarked;
