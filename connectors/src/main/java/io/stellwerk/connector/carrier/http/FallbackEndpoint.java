package io.stellwerk.connector.carrier.http;

import io.stellwerk.engine.router.LiveTenants;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/fallback} on one event loop. */
final class FallbackEndpoint {

    private final Vertx vertx;
    private final LiveTenants tenants;
    private final Semaphore builders;
    private final Replies replies;
    private final Authentication authentication;
    private final LongSupplier nanoTime;

    /** @param builders so many documents are made at once, on workers; they may be megabytes */
    FallbackEndpoint(
            Vertx vertx,
            LiveTenants tenants,
            Semaphore builders,
            Replies replies,
            Authentication authentication,
            LongSupplier nanoTime) {
        this.vertx = vertx;
        this.tenants = tenants;
        this.builders = builders;
        this.replies = replies;
        this.authentication = authentication;
        this.nanoTime = nanoTime;
    }

    void accept(HttpServerRequest request, Session session) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        KnownCarrier known = authentication.carrier(session, authorization);
        Optional<MediaType> type = MediaType.wanted(request.getHeader(HttpHeaders.ACCEPT));
        if (known == null) {
            Answer problem = authorization == null ? Problem.NO_KEY : Problem.WRONG_KEY;
            replies.note("unknown", problem, "not authenticated", nanoTime.getAsLong());
            replies.send(request.response(), problem);
        } else if (type.isEmpty()) {
            replies.send(request.response(), Problem.NOT_ACCEPTABLE);
        } else if (!builders.tryAcquire()) {
            replies.send(request.response(), Problem.OVERLOADED);
        } else {
            vertx.executeBlocking(() -> FallbackDocument.of(known.carrier(), tenants, type.get()), false)
                    .onComplete(done -> builders.release())
                    .onSuccess(document -> answer(request, document, type.get()))
                    .onFailure(fault -> replies.send(request.response(), Problem.FAILED));
        }
    }

    private static void answer(HttpServerRequest request, FallbackDocument document, MediaType type) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        response.putHeader(HttpHeaders.ETAG, document.etag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .putHeader(HttpHeaders.VARY, "Accept, Authorization");
        if (holds(request.getHeader(HttpHeaders.IF_NONE_MATCH), document.etag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type == MediaType.CSV ? "text/csv; charset=utf-8" : type.text());
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            Integer.toString(document.body().length()))
                    .end();
        } else {
            response.end(document.body());
        }
    }

    /** RFC 9110, clause 13.1.2. */
    private static boolean holds(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String one : ifNoneMatch.split(",", -1)) {
            String tag = one.trim();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
