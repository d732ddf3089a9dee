package io.stellwerk.server.command;

import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.console.ImportDesk.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The way that an import takes: through a running server, or straight into the data directory. */
interface ImportRoute extends Closeable {

    /**
     * Returns when the import has ended.
     *
     * @param quarantine where rows go that were not taken; not there if all were
     * @param watcher told of every step
     */
    Progress run(Order order, Path quarantine, Consumer<Progress> watcher) throws IOException, InterruptedException;
}
