package io.stellwerk.rules.space;

import java.util.function.Consumer;

/** Something that is true of a call or not: slot 1 or 0. */
final class SwitchDimension implements Dimension {

    static final SlotSet OFF = SlotSet.one(0);
    static final SlotSet ON = SlotSet.one(1);

    private final boolean onlyOfCustomers;
    private final Consumer<Sketch> on;

    private SwitchDimension(boolean onlyOfCustomers, Consumer<Sketch> on) {
        this.onlyOfCustomers = onlyOfCustomers;
        this.on = on;
    }

    /** @param on draws a customer of whom it is true */
    static SwitchDimension ofCustomers(Consumer<Sketch> on) {
        return new SwitchDimension(true, on);
    }

    /** What follows from the rest of a call: it is not drawn, but comes by itself or does not. */
    static SwitchDimension following() {
        return new SwitchDimension(false, sketch -> {});
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public SlotSet domain(World world) {
        return onlyOfCustomers && world != World.CUSTOMER ? OFF : SlotSet.first(2);
    }

    @Override
    public boolean draw(int slot, int variant, Sketch sketch) {
        if (slot == 1) {
            on.accept(sketch);
        }
        return true;
    }
}
