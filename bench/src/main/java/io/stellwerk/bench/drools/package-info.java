/** Standard Drools on the text of our rules, run as its users run it: what ours is compared with. */
@NullMarked
package io.stellwerk.bench.drools;

import org.jspecify.annotations.NullMarked;
