/** How an answer follows from a question: recognise, derive, decide, place, or take the default route. */
@NullMarked
package io.stellwerk.engine.router;

import org.jspecify.annotations.NullMarked;
