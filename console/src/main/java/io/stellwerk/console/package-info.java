/** The management API: resources over HTTP, and the ports that the server fills. */
@NullMarked
package io.stellwerk.console;

import org.jspecify.annotations.NullMarked;
