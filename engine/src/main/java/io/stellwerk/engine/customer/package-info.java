/** What the CRM knows about the calling party. */
@NullMarked
package io.stellwerk.engine.customer;

import org.jspecify.annotations.NullMarked;
