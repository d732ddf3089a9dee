@NullMarked
package io.stellwerk.rules;

import org.jspecify.annotations.NullMarked;
