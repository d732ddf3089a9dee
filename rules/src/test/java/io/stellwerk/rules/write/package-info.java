@NullMarked
package io.stellwerk.rules.write;

import org.jspecify.annotations.NullMarked;
