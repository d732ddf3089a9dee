package io.stellwerk.connector.carrier.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers. One event loop's own. */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence PROBLEM = HttpHeaders.createOptimized("application/problem+json");
    private static final CharSequence CHALLENGE =
            HttpHeaders.createOptimized("Bearer realm=\"stellwerk\", Basic realm=\"stellwerk\", charset=\"UTF-8\"");
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("www-authenticate");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("1");
    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
    private static final CharSequence ACCEPT_POST = HttpHeaders.createOptimized("accept-post");

    private static final long WINDOW_NANOS = 10_000_000_000L;
    private static final int LINES_A_WINDOW = 10;

    private final CarrierMeters meters;
    private long windowSince;
    private int lines;
    private int suppressed;

    Replies(CarrierMeters meters) {
        this.meters = meters;
    }

    /** Sends an answer; whoever is on the other end may have gone. */
    void send(HttpServerResponse response, Answer answer) {
        if (response.closed() || response.ended()) {
            return;
        }
        if (answer.decided()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        } else {
            problem(response, answer);
        }
        response.end(answer.body());
    }

    /** Notes a problem, a few lines in ten seconds at most: a network gone wrong sends thousands. */
    void note(String carrier, Answer problem, String what, long nowNanos) {
        if (nowNanos - windowSince > WINDOW_NANOS) {
            if (suppressed > 0) {
                LOG.info("{} more problems were not logged", suppressed);
            }
            windowSince = nowNanos;
            lines = 0;
            suppressed = 0;
        }
        if (lines < LINES_A_WINDOW) {
            lines++;
            LOG.info("Carrier {} got {}: {}", carrier, problem.status(), what);
        } else {
            suppressed++;
        }
    }

    private void problem(HttpServerResponse response, Answer answer) {
        meters.problem(answer.status());
        response.setStatusCode(answer.status()).putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM);
        switch (answer.status()) {
            case 401 -> response.putHeader(WWW_AUTHENTICATE, CHALLENGE);
            case 415 -> response.putHeader(ACCEPT_POST, JSON).putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
            case 503 -> response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            default -> {}
        }
    }
}
