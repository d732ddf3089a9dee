@NullMarked
package io.stellwerk.server;

import org.jspecify.annotations.NullMarked;
