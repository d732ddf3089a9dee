/** The demonstration: the sample tenant, its customers and its calls, on a server like any other. */
@NullMarked
package io.stellwerk.server.demo;

import org.jspecify.annotations.NullMarked;
