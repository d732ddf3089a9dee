@NullMarked
package io.stellwerk.rules.read;

import org.jspecify.annotations.NullMarked;
