/** The command line: one class a command. */
@NullMarked
package io.stellwerk.server.command;

import org.jspecify.annotations.NullMarked;
