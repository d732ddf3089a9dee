/** What is answered with: hotlines, plans, targets, opening hours, release causes. */
@NullMarked
package io.stellwerk.engine.route;

import org.jspecify.annotations.NullMarked;
