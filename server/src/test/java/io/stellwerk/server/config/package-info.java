@NullMarked
package io.stellwerk.server.config;

import org.jspecify.annotations.NullMarked;
