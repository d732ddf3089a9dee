/** What the house needs from outside: each with a contract test that every implementation extends. */
@NullMarked
package io.stellwerk.engine.port;

import org.jspecify.annotations.NullMarked;
