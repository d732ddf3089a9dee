package io.stellwerk.engine.intake;

import io.stellwerk.engine.call.Call;

/** What became of the numbers of a query. */
public sealed interface CallReading {

    /** A call that can be decided. */
    record Understood(Call call) implements CallReading {}

    /** An emergency number was dialled: the network must use its own emergency path. */
    record Emergency(String number) implements CallReading {}

    /** What was dialled is not a number at all. */
    record NotANumber() implements CallReading {}
}
