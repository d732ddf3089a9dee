@NullMarked
package io.stellwerk.rules.drl;

import org.jspecify.annotations.NullMarked;
