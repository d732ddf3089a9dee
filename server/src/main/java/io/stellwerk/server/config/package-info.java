/** What the operator decides: one YAML file and the environment, read once into records. */
@NullMarked
package io.stellwerk.server.config;

import org.jspecify.annotations.NullMarked;
