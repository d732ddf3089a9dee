package io.stellwerk.rules.space;

import java.util.List;

/**
 * The calls of which a condition is true.
 *
 * @param boxes they may overlap; none if no call is
 * @param exact false if the condition is too large to be looked at: then there are no boxes
 */
public record Shape(List<Box> boxes, boolean exact) {

    public Shape {
        boxes = List.copyOf(boxes);
    }

    /** Whether certainly no call is like that. */
    public boolean isEmpty() {
        return exact && boxes.isEmpty();
    }
}
