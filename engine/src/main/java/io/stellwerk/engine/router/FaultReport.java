package io.stellwerk.engine.router;

/** Takes notice of our own bugs, each of which cost a call its rules but not its answer. Must not throw or wait. */
@FunctionalInterface
public interface FaultReport {

    void caught(String where, Throwable fault);
}
