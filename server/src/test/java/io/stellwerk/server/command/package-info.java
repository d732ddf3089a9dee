@NullMarked
package io.stellwerk.server.command;

import org.jspecify.annotations.NullMarked;
