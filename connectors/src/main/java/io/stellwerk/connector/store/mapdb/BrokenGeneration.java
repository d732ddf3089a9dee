package io.stellwerk.connector.store.mapdb;

import java.nio.file.Path;

/**
 * A generation that was found broken and set aside: an older one serves until the data is imported anew.
 *
 * @param file where it is now
 * @param reason what was found
 */
public record BrokenGeneration(Path file, String reason) {}
