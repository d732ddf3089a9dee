package io.stellwerk.engine.record;

import java.util.OptionalInt;

/**
 * A version of a tenant's rule set: immutable once it is stored.
 *
 * @param number counts up from 1 for each tenant, and is never given twice
 * @param sha256 of its files, as {@link VersionFiles#sha256()}
 * @param parent the version that its author worked from; empty for the first
 */
public record Version(int number, String sha256, OptionalInt parent, Signature by) {}
