@NullMarked
package io.stellwerk.rules.classic;

import org.jspecify.annotations.NullMarked;
