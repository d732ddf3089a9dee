@NullMarked
package io.stellwerk.rules.explain;

import org.jspecify.annotations.NullMarked;
