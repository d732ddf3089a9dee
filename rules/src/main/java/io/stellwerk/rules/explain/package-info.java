/**
 * Why a call went where it went, for people and programs: made from what a listener heard while the call was decided, never by a
 * second evaluation.
 */
@NullMarked
package io.stellwerk.rules.explain;

import org.jspecify.annotations.NullMarked;
