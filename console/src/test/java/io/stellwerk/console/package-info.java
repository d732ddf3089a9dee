@NullMarked
package io.stellwerk.console;

import org.jspecify.annotations.NullMarked;
