/** Decision tables of DMN 1.x: read and written as far as its unary tests can say what ours can. */
@NullMarked
package io.stellwerk.rules.dmn;

import org.jspecify.annotations.NullMarked;
