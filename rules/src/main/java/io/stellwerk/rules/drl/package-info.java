/** Rules written in DRL: as values, and how they are read from Drools' own syntax tree. */
@NullMarked
package io.stellwerk.rules.drl;

import org.jspecify.annotations.NullMarked;
