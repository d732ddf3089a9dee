package io.stellwerk.rules.lower;

import org.kie.api.definition.type.ClassReactive;

/**
 * The fact that changes whenever a segment is derived: the rules of tables that test segments stand on it, all others on
 * the {@link Evaluation}, so that only the former are looked at again.
 */
@ClassReactive
record SegmentsSoFar(Evaluation evaluation) {}
