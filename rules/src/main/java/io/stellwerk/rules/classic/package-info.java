/** Translates the classic spreadsheets of Drools (RuleSet, RuleTable) into decision tables. Nothing in them is run. */
@NullMarked
package io.stellwerk.rules.classic;

import org.jspecify.annotations.NullMarked;
