package io.stellwerk.console;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what may wait away from the event loop, and answers what came of it. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Vertx vertx;

    Answers(Vertx vertx) {
        this.vertx = vertx;
    }

    void json(RoutingContext context, Callable<JsonObject> work) {
        json(context, 200, work);
    }

    void json(RoutingContext context, int status, Callable<JsonObject> work) {
        vertx.executeBlocking(work, false)
                .onSuccess(json -> context.response()
                        .setStatusCode(status)
                        .putHeader("Content-Type", "application/json")
                        .end(json.toBuffer()))
                .onFailure(fault -> fail(context, fault));
    }

    static void fail(RoutingContext context, Throwable fault) {
        if (fault instanceof ProblemException known) {
            known.problem().answer(context);
        } else if (fault instanceof HttpClosedException) {
            LOG.info("A client of the management API went away in the middle of its request");
        } else if (fault instanceof IOException disk) {
            LOG.error("A request of the management API failed at the disk: {}", disk.toString());
            new Problem(503, "Disk failed", "Nothing changed. See the server's log, and try again.").answer(context);
        } else {
            LOG.error("A request of the management API failed", fault);
            new Problem(500, "Internal error", "A fault of ours. See the server's log.").answer(context);
        }
    }
}
