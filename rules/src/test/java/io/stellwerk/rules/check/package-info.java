@NullMarked
package io.stellwerk.rules.check;

import org.jspecify.annotations.NullMarked;
