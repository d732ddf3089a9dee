/** How a carrier's query is understood: which number was dialled, who calls, who diverted the call. */
@NullMarked
package io.stellwerk.engine.intake;

import org.jspecify.annotations.NullMarked;
