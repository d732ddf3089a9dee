/** Imports beside the running server: each is a job that can be watched. */
@NullMarked
package io.stellwerk.server.imports;

import org.jspecify.annotations.NullMarked;
