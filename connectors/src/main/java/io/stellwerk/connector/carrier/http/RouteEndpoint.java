package io.stellwerk.connector.carrier.http;

import io.stellwerk.connector.carrier.QueryOutcome;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.DefaultReason;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/route} on one event loop, from a query's head to its answer. */
final class RouteEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RouteEndpoint.class);
    private static final String JSON = "application/json";

    private final Parts parts;
    private final Loop loop;
    private final Replies replies;
    private final Authentication authentication;
    private final QueryReader reader = new QueryReader();
    private final AnswerWriter writer = new AnswerWriter();

    RouteEndpoint(Parts parts, Loop loop, Replies replies, Authentication authentication) {
        this.parts = parts;
        this.loop = loop;
        this.replies = replies;
        this.authentication = authentication;
    }

    /** Called with a query's head; its body is on its way. */
    void accept(HttpServerRequest request, Session session) {
        long began = parts.nanoTime().getAsLong();
        MultiMap headers = request.headers();
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        KnownCarrier known = authentication.carrier(session, authorization);
        if (known == null) {
            Answer problem = authorization == null ? Problem.NO_KEY : Problem.WRONG_KEY;
            replies.note("unknown", problem, "not authenticated", began);
            replies.send(request.response(), problem);
        } else if (!plainJson(headers)) {
            replies.note(known.carrier().name(), Problem.WRONG_TYPE, "not plain JSON", began);
            replies.send(request.response(), Problem.WRONG_TYPE);
        } else {
            receive(request, session, known, began);
        }
    }

    private void receive(HttpServerRequest request, Session session, KnownCarrier known, long began) {
        loop.queryBegan();
        session.readingBegan(began);
        RouteExchange exchange = new RouteExchange(this, request, session, known, began);
        request.exceptionHandler(exchange::broken).handler(exchange).endHandler(exchange::received);
    }

    private static boolean plainJson(MultiMap headers) {
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)
                && !"identity".equalsIgnoreCase(headers.get(HttpHeaders.CONTENT_ENCODING))) {
            return false;
        }
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type == null || type.equals(JSON)) {
            return type != null;
        }
        int semicolon = type.indexOf(';');
        String bare = (semicolon < 0 ? type : type.substring(0, semicolon)).trim();
        String parameters = semicolon < 0 ? "" : type.substring(semicolon).toLowerCase(Locale.ROOT);
        return bare.equalsIgnoreCase(JSON) && (!parameters.contains("charset") || parameters.contains("utf-8"));
    }

    Loop loop() {
        return loop;
    }

    Parts parts() {
        return parts;
    }

    QueryReading read(byte[] body) {
        return reader.read(body);
    }

    /** The answer to a query that nobody sent before; never throws. */
    Answer answer(CallQuery query, KnownCarrier known, Deadline deadline) {
        try {
            if (!loop.overloaded()) {
                return answer(query, known, parts.desk().answer(query, known.carrier(), deadline));
            }
            return parts.options().overload() == CarrierHttpOptions.OverloadAnswer.UNAVAILABLE
                    ? Problem.OVERLOADED
                    : atOnce(query, known, DefaultReason.OVERLOAD);
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            parts.desk().caught("answering a query", bug);
            return Problem.FAILED;
        }
    }

    Answer atOnce(CallQuery query, KnownCarrier known, DefaultReason reason) {
        return answer(query, known, parts.desk().answerAtOnce(query, known.carrier(), reason));
    }

    /** When the answer must be on its way, by our clock, with the time that the query waited before we saw it. */
    Deadline deadline(Carrier carrier, long deadlineMillis, long waitedNanos) {
        Duration waits = deadlineMillis == 0 ? carrier.defaultDeadline() : Duration.ofMillis(deadlineMillis);
        Duration believed = waits.compareTo(carrier.maximumDeadline()) < 0 ? waits : carrier.maximumDeadline();
        Deadline fresh = Deadline.answering(believed, parts.nanoTime());
        return waitedNanos == 0 ? fresh : new Deadline(fresh.nanoTime() - waitedNanos, fresh.clock());
    }

    void send(HttpServerRequest request, KnownCarrier known, Answer answer, String what, long began) {
        long now = parts.nanoTime().getAsLong();
        if (!answer.decided()) {
            replies.note(known.carrier().name(), answer, what, now);
        }
        replies.send(request.response(), answer);
        parts.meters().answered(now - began);
    }

    private Answer answer(CallQuery query, KnownCarrier known, QueryOutcome outcome) {
        if (outcome instanceof QueryOutcome.Decided decided) {
            Answer answer = written(query, known, decided.decision());
            return answer == null ? afterFault(query, known) : answer;
        } else if (outcome instanceof QueryOutcome.NotANumber) {
            return Problem.NOT_A_NUMBER;
        } else if (outcome instanceof QueryOutcome.NotReachable) {
            return Problem.NOT_REACHABLE;
        }
        return Problem.FAILED;
    }

    /** A decision that cannot be told: its default route may be told, else the next node must help. */
    private Answer afterFault(CallQuery query, KnownCarrier known) {
        QueryOutcome outcome = parts.desk().answerAtOnce(query, known.carrier(), DefaultReason.RULE_FAILED);
        Answer answer =
                outcome instanceof QueryOutcome.Decided decided ? written(query, known, decided.decision()) : null;
        return answer == null ? Problem.FAILED : answer;
    }

    private @Nullable Answer written(CallQuery query, KnownCarrier known, Decision decision) {
        try {
            Answer answer = new Answer(200, writer.write(query.requestId(), decision));
            known.meters().answered(decision.outcome());
            parts.meters().decided(decision.took());
            if (LOG.isDebugEnabled()) {
                log(known, decision);
            }
            return answer;
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            parts.desk().caught("writing an answer", bug);
            return null;
        }
    }

    /** Without numbers, and without the request id: it is the network's text and may hold one. */
    private static void log(KnownCarrier known, Decision decision) {
        Shape shape = Shape.of(decision.outcome());
        LOG.debug(
                "carrier={} decision={} tenant={} hotline={} plan={} rule={} default={} reason={} took={}us",
                known.carrier().name(),
                decision.id(),
                decision.tenant().orElse(""),
                decision.hotline().orElse(""),
                shape.plan(),
                shape.rule(),
                shape.isDefault(),
                shape.reason(),
                decision.took().toNanos() / 1_000);
    }
}
