package io.stellwerk.connector.store.mapdb;

import java.time.Instant;

/**
 * What a directory serves.
 *
 * @param generation rises with every publication
 * @param entries customers, or people
 * @param numbers different numbers that customers have
 * @param trunks different prefixes that organisations have
 * @param bytes size of the file
 */
public record GenerationInfo(long generation, Instant published, int entries, int numbers, int trunks, long bytes) {}
