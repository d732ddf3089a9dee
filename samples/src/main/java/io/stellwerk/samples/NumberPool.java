package io.stellwerk.samples;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Numbers that look real: invented subscribers behind real area codes.
 *
 * <p>Subscribers begin with 555 as in films. Behind 5550 to 5557 are people, 5558 is Nordlicht itself, behind 5559 are the
 * switchboards of organisations: so nobody's number lies in anybody's trunk.
 */
final class NumberPool {

    private static final List<String> MOBILE_LONG = List.of("+49151", "+49152", "+49157", "+49159");
    private static final List<String> MOBILE_SHORT =
            List.of("+49160", "+49162", "+49163", "+49170", "+49172", "+49173", "+49175", "+49176", "+49178", "+49179");

    private final Chance chance;
    private final Set<String> taken = new HashSet<>();

    NumberPool(Chance chance) {
        this.chance = chance;
    }

    /** Somebody has it already. */
    void take(String number) {
        taken.add(number);
    }

    String landline(Town town) {
        return fresh(() -> town.areaCode() + "555" + digits(4, 8000));
    }

    String mobile() {
        return fresh(() -> chance.perMille(500)
                ? chance.oneOf(MOBILE_LONG) + "555" + digits(5, 100_000)
                : chance.oneOf(MOBILE_SHORT) + "555" + digits(4, 10_000));
    }

    /** The beginning of a range of direct dialling, without an extension. */
    String trunk(Town town) {
        return fresh(() -> town.areaCode() + "5559" + digits(2, 60));
    }

    private String digits(int length, int until) {
        return String.format(Locale.ROOT, "%0" + length + "d", chance.between(0, until));
    }

    private String fresh(Supplier<String> draw) {
        String number = draw.get();
        while (!taken.add(number)) {
            number = draw.get();
        }
        return number;
    }
}
