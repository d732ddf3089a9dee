@NullMarked
package io.stellwerk.rules.convert;

import org.jspecify.annotations.NullMarked;
