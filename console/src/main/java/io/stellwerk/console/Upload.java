package io.stellwerk.console;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;

/** Writes a request's body to a file as it comes, never holding more of it than a few buffers. */
final class Upload {

    private final HttpServerRequest request;
    private final AsyncFile file;
    private final long limit;
    private final Promise<Void> done = Promise.promise();
    private long received;

    private Upload(HttpServerRequest request, AsyncFile file, long limit) {
        this.request = request;
        this.file = file;
        this.limit = limit;
    }

    /**
     * The request must be paused.
     *
     * @return fails with a {@link ProblemException} if the body is longer than {@code limit} bytes
     */
    static Future<Void> receive(Vertx vertx, HttpServerRequest request, Path into, long limit) {
        return vertx.fileSystem()
                .open(into.toString(), new OpenOptions().setWrite(true).setTruncateExisting(true))
                .compose(file -> new Upload(request, file, limit).receive());
    }

    private Future<Void> receive() {
        file.exceptionHandler(done::tryFail);
        request.exceptionHandler(done::tryFail);
        request.handler(this::write);
        request.endHandler(end -> done.tryComplete());
        request.resume();
        return done.future().eventually(file::close);
    }

    private void write(Buffer buffer) {
        received += buffer.length();
        if (done.future().isComplete()) {
            return;
        }
        if (received > limit) {
            done.tryFail(new ProblemException(new Problem(
                    413, "Too large", "A file has at most " + (limit >> 20) + " MiB. Import it offline instead.")));
            return;
        }
        file.write(buffer).onFailure(done::tryFail);
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(drained -> request.resume());
        }
    }
}
