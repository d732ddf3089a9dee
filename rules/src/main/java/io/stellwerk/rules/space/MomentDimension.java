package io.stellwerk.rules.space;

import io.stellwerk.rules.index.FactSlots;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/** When a call arrives, if rules ask for it by one fact only. */
final class MomentDimension implements Dimension {

    /** The facts that alone divide time into ranges. */
    static final Set<String> ALONE = Set.of("call.date", "call.time", "call.weekday", "call.when");

    private static final LocalDate ORDINARY_DAY = LocalDate.of(2026, 11, 18);
    private static final LocalTime ORDINARY_TIME = LocalTime.of(10, 15);

    private final FactSlots slots;

    MomentDimension(FactSlots slots) {
        this.slots = slots;
    }

    @Override
    public int slots() {
        return slots.count();
    }

    @Override
    public SlotSet domain(World world) {
        return SlotSet.of(slots.possible());
    }

    @Override
    public boolean draw(int slot, int variant, Sketch sketch) {
        List<Object> samples = slots.samples(slot);
        if (samples.isEmpty()) {
            return false;
        }
        sketch.at(moment(samples.get(variant % samples.size())));
        return true;
    }

    private static LocalDateTime moment(Object sample) {
        if (sample instanceof LocalDate day) {
            return day.atTime(ORDINARY_TIME);
        } else if (sample instanceof LocalTime time) {
            return ORDINARY_DAY.atTime(time);
        } else if (sample instanceof DayOfWeek day) {
            return ORDINARY_DAY.with(TemporalAdjusters.nextOrSame(day)).atTime(ORDINARY_TIME);
        }
        return (LocalDateTime) sample;
    }
}
