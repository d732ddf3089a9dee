/** Why a call went where it went, for people and programs: written from the trace of the decision itself. */
@NullMarked
package io.stellwerk.server.explain;

import org.jspecify.annotations.NullMarked;
