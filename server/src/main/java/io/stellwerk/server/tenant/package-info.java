/** The tenants that are served: loaded, swapped whole, and what of them must survive a restart. */
@NullMarked
package io.stellwerk.server.tenant;

import org.jspecify.annotations.NullMarked;
