/** Rule sets from their files to what the engine decides with. */
@NullMarked
package io.stellwerk.rules;

import org.jspecify.annotations.NullMarked;
