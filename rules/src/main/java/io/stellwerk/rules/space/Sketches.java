package io.stellwerk.rules.space;

import io.stellwerk.engine.call.PhoneNumber;

/** Where sample calls begin. */
final class Sketches {

    private final Surroundings where;
    private final SampleNumbers numbers;
    private final PhoneNumber ordinary;

    Sketches(Surroundings where) {
        this.where = where;
        this.numbers = new SampleNumbers(where.numbers(), where.tenant().country());
        this.ordinary = numbers.ordinary();
    }

    Surroundings where() {
        return where;
    }

    SampleNumbers numbers() {
        return numbers;
    }

    Sketch begin(World world) {
        return new Sketch(where, world, ordinary);
    }
}
