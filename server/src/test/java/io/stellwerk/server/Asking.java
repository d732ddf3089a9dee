package io.stellwerk.server;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a running server as a carrier and as its operator do. */
final class Asking {

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Stellwerk stellwerk;

    Asking(Stellwerk stellwerk) {
        this.stellwerk = stellwerk;
    }

    /** The first target that a caller is sent to. */
    String target(String calling) throws Exception {
        return route(calling).getJsonArray("routes").getJsonObject(0).getString("target");
    }

    JsonObject route(String calling) throws Exception {
        JsonObject query = new JsonObject()
                .put("requestId", "call-" + calls.incrementAndGet())
                .put("called", SmallTenant.NUMBER)
                .put("calling", calling);
        HttpRequest request = HttpRequest.newBuilder(uri(stellwerk.carrierPort(), "/v1/route"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + SmallTenant.KEY)
                .POST(BodyPublishers.ofString(query.encode()))
                .build();
        return new JsonObject(http.send(request, BodyHandlers.ofString()).body());
    }

    HttpResponse<String> manage(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(stellwerk.managementPort(), path))
                .header("Authorization", "Bearer " + SmallTenant.TOKEN)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return manage("GET", path, "");
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
