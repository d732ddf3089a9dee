package io.stellwerk.bench.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends the same queries again and again, a fixed number at once; bounded in count and time. */
final class Load {

    private static final int AT_ONCE = 16;

    private final Vertx vertx;
    /** JSON documents without their opening brace and request id. */
    private final List<String> queries;

    private int run;

    Load(Vertx vertx, List<String> queries) {
        this.vertx = vertx;
        this.queries = queries;
    }

    /** @return how long each of the queries took, nanoseconds */
    long[] run(int port) throws Exception {
        return run(port, new long[queries.size()], answer -> {});
    }

    /** Sends the queries once, for what they answer. */
    List<Buffer> answers(int port) throws Exception {
        List<Buffer> answers = new ArrayList<>();
        run(port, new long[queries.size()], answers::add);
        return answers;
    }

    private long[] run(int port, long[] latencies, Consumer<Buffer> answers) throws Exception {
        run++;
        CompletableFuture<Void> done = new CompletableFuture<>();
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultPort(port)
                        .setDefaultHost("127.0.0.1")
                        .setKeepAlive(true),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
        vertx.runOnContext(begin -> new Sending(client, latencies, answers, done).start());
        done.get(300, TimeUnit.SECONDS);
        client.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        return latencies;
    }

    /** One run. On the client's event loop. */
    private final class Sending {

        private final HttpClient client;
        private final long[] latencies;
        private final Consumer<Buffer> answers;
        private final CompletableFuture<Void> done;
        /** Makes the request ids of each run new ones, so that no answer comes from the memory of earlier ones. */
        private final String prefix = "run-" + run + "-";

        private int next;
        private int answered;

        Sending(HttpClient client, long[] latencies, Consumer<Buffer> answers, CompletableFuture<Void> done) {
            this.client = client;
            this.latencies = latencies;
            this.answers = answers;
            this.done = done;
        }

        void start() {
            for (int i = 0; i < AT_ONCE; i++) {
                sendNext();
            }
        }

        private void sendNext() {
            if (next == queries.size()) {
                return;
            }
            int number = next++;
            long started = System.nanoTime();
            Buffer body = Buffer.buffer("{\"requestId\":\"" + prefix + number + "\"," + queries.get(number));
            client.request(HttpMethod.POST, "/v1/route")
                    .compose(request -> send(request, body))
                    .onSuccess(answer -> answered(number, started, answer))
                    .onFailure(done::completeExceptionally);
        }

        private Future<Buffer> send(HttpClientRequest request, Buffer body) {
            request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
            return request.send(body)
                    .compose(response -> response.statusCode() == 200
                            ? response.body()
                            : Future.failedFuture("HTTP " + response.statusCode()));
        }

        private void answered(int number, long started, Buffer answer) {
            latencies[number] = System.nanoTime() - started;
            answers.accept(answer);
            if (++answered == queries.size()) {
                done.complete(null);
            } else {
                sendNext();
            }
        }
    }
}
