package io.stellwerk.server.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks over HTTP as a carrier's switch does. One thread. */
final class CarrierClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI route;
    /** Ids of requests must differ from those of an earlier run: the same query gets the same answer. */
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private int asked;

    CarrierClient(int port) {
        route = URI.create("http://127.0.0.1:" + port + "/v1/route");
    }

    SampleAnswer ask(SampleCall call) throws IOException, InterruptedException {
        String query = call.query("demo-" + run + "-" + ++asked).encode();
        HttpRequest request = HttpRequest.newBuilder(route)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(query))
                .build();
        long sent = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return new SampleAnswer(call, answer.statusCode(), new JsonObject(answer.body()), System.nanoTime() - sent);
    }
}
