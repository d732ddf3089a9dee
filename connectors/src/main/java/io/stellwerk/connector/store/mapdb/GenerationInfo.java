package io.stellwerk.connector.store.mapdb;

import java.time.Instant;

/**
 * What a directory serves.
 *
 * @param generation rises with every publication
 * @param numbers different numbers that customers have
 * @param trunks different prefixes that organisations have
 * @param bytes size of the file
 */
public record GenerationInfo(long generation, Instant published, int customers, int numbers, int trunks, long bytes) {}
