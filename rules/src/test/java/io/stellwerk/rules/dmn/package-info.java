@NullMarked
package io.stellwerk.rules.dmn;

import org.jspecify.annotations.NullMarked;
