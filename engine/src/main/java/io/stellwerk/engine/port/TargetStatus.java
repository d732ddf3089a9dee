package io.stellwerk.engine.port;

/** Which targets of a tenant can take calls right now. Any thread, waits for nothing. */
@FunctionalInterface
public interface TargetStatus {

    TargetStatus ALL_IN_SERVICE = targetId -> true;

    boolean inService(String targetId);
}
