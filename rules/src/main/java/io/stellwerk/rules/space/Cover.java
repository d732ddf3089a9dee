package io.stellwerk.rules.space;

/**
 * Calls that are spoken for.
 *
 * @param owner who takes them, by precedence; {@link #NOBODY} if there are no such calls
 */
record Cover(Box box, int owner) {

    static final int NOBODY = -1;
}
