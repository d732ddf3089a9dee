package io.stellwerk.rules.lower;

import org.kie.api.definition.type.ClassReactive;

/**
 * The fact that changes whenever a segment is derived: the rules of tables that chain stand on it, so that they, and only
 * they, are asked again.
 */
@ClassReactive
record SegmentsSoFar(Turn turn) {}
