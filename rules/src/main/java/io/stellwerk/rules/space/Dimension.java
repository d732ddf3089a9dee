package io.stellwerk.rules.space;

/**
 * One way in which calls differ, independently of all others as long as it is known who calls: the values of a fact, or of
 * several that belong together, divided into slots numbered from 0.
 */
interface Dimension {

    int slots();

    /** The slots that a call of this world can lie in. */
    SlotSet domain(World world);

    /**
     * Draws a call of this slot; false if it is not known how, though there may be one.
     *
     * @param variant which of several, from 0, the plainest
     */
    boolean draw(int slot, int variant, Sketch sketch);
}
