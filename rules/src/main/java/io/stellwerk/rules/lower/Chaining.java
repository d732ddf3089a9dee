package io.stellwerk.rules.lower;

/**
 * How a source of deriving rows hangs together with the others.
 *
 * @param again whether what it or a later source derives may let it derive more, so that it must be asked again
 * @param wakes whether what it derives may let one that has been asked derive more
 */
record Chaining(boolean again, boolean wakes) {}
