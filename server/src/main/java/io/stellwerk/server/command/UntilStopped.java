package io.stellwerk.server.command;

import io.stellwerk.server.Stellwerk;
import java.util.concurrent.CountDownLatch;

/** Keeps a process up until somebody stops it (SIGTERM, Ctrl-C), and then stops the server in good order. */
final class UntilStopped {

    private UntilStopped() {}

    /** Never returns but by an interrupt: the process ends with 0 once the server has stopped. */
    static void await(Stellwerk stellwerk) throws InterruptedException {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stellwerk.close();
                            // The platform's own status of a stopped process is 143, which reads like a failure.
                            Runtime.getRuntime().halt(ExitCode.FINE);
                        },
                        "stop"));
        new CountDownLatch(1).await();
    }
}
