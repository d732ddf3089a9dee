/** What a rule asks of a call, as a value: formulas over the facts, whose leaves are the tests that cells know and a few that only DRL can write. */
@NullMarked
package io.stellwerk.rules.formula;

import org.jspecify.annotations.NullMarked;
