package io.stellwerk.rules.space;

import java.util.List;
import java.util.stream.Stream;

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

    /** The calls of both. */
    public Shape and(Shape other) {
        List<Box> both = boxes.stream()
                .flatMap(box -> other.boxes.stream().flatMap(each -> Stream.ofNullable(box.and(each))))
                .toList();
        return new Shape(both, exact && other.exact);
    }

    /** Whether both are plain, name the same dimensions, and reach beyond each other in one of them only. */
    public boolean overlapsAtAnEdge(Shape other) {
        return boxes.size() == 1 && other.boxes.size() == 1 && boxes.get(0).overlapsAtAnEdge(other.boxes.get(0));
    }

    /** Whether certainly no call is like that. */
    public boolean isEmpty() {
        return exact && boxes.isEmpty();
    }
}
