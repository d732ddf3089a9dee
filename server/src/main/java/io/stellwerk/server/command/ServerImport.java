package io.stellwerk.server.command;

import io.stellwerk.console.ImportDesk.Order;
import io.stellwerk.console.ImportDesk.Progress;
import io.stellwerk.console.ProgressJson;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sends the file to a running server and watches what becomes of it. */
record ServerImport(URI server, Optional<String> token, HttpClient http) implements ImportRoute {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 200;

    ServerImport(URI server, Optional<String> token) {
        this(server, token, HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    @Override
    public Progress run(Order order, Path quarantine, Consumer<Progress> watcher)
            throws IOException, InterruptedException {
        HttpResponse<String> begun = http.send(
                request(path(order))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofFile(order.file()))
                        .build(),
                BodyHandlers.ofString());
        JsonObject progress = expect(begun, 202);
        String place = begun.headers().firstValue("Location").orElseThrow(ServerImport::notOurs);
        while (!progress.containsKey("finishedAt")) {
            watcher.accept(ProgressJson.read(progress));
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            progress = expect(http.send(request(place).timeout(PATIENCE).build(), BodyHandlers.ofString()), 200);
        }
        String refused = progress.getString("quarantine");
        if (refused != null) {
            http.send(request(refused).build(), BodyHandlers.ofFile(quarantine));
        }
        return ProgressJson.read(progress);
    }

    private static String path(Order order) {
        String query = order.mapping().entrySet().stream()
                .map(pair -> "map=" + URLEncoder.encode(pair.getKey() + "=" + pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/api/tenants/" + order.tenant() + "/" + order.kind().code() + "/imports?confirm=" + order.confirmed()
                + (query.isEmpty() ? "" : "&" + query);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private static JsonObject expect(HttpResponse<String> answer, int status) throws IOException {
        JsonObject body;
        try {
            body = new JsonObject(answer.body());
        } catch (DecodeException notJson) {
            throw notOurs();
        }
        if (answer.statusCode() != status) {
            throw new IOException("The server answers " + answer.statusCode() + " " + body.getString("title", "") + ": "
                    + body.getString("detail", ""));
        }
        return body;
    }

    private static IOException notOurs() {
        return new IOException("What answers there is not Stellwerk's management port.");
    }

    @Override
    public void close() {}
}
