package io.stellwerk.connector.carrier.http;

import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.DefaultReason;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One query: collects its body within its limit, has it answered once. On its event loop. */
final class RouteExchange implements Handler<Buffer> {

    /** So much too much is read and dropped, so that the client can read our answer; then the connection is closed. */
    private static final int PATIENCE = 1 << 20;

    private static final long NO_TIMER = -1;

    private final RouteEndpoint endpoint;
    private final HttpServerRequest request;
    private final Session session;
    private final KnownCarrier known;
    private final long began;
    private @Nullable Buffer body;
    private int received;
    private boolean over;
    private long timer = NO_TIMER;

    RouteExchange(RouteEndpoint endpoint, HttpServerRequest request, Session session, KnownCarrier known, long began) {
        this.endpoint = endpoint;
        this.request = request;
        this.session = session;
        this.known = known;
        this.began = began;
    }

    @Override
    public void handle(Buffer chunk) {
        received += chunk.length();
        if (received > CarrierHttpOptions.MAX_BODY) {
            body = null;
            send(Problem.TOO_LARGE, "a body of more than " + CarrierHttpOptions.MAX_BODY + " bytes");
            if (received > PATIENCE) {
                session.connection.close();
            }
        } else if (body == null) {
            body = chunk;
        } else {
            body = body.copy().appendBuffer(chunk);
        }
    }

    void received(@Nullable Void end) {
        session.readingEnded();
        if (over) {
            return;
        }
        try {
            answer(body == null ? new byte[0] : body.getBytes());
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            endpoint.parts().desk().caught("answering a query", bug);
            send(Problem.FAILED, "a fault of ours");
        }
    }

    /** The connection is gone before the body was complete. */
    void broken(Throwable gone) {
        session.readingEnded();
        end();
    }

    private void answer(byte[] json) {
        QueryReading reading = endpoint.read(json);
        if (reading instanceof QueryReading.Understood understood) {
            CallQuery query = understood.query();
            long now = endpoint.parts().nanoTime().getAsLong();
            long waited = endpoint.loop().waited(now);
            Deadline deadline = endpoint.deadline(known.carrier(), understood.deadlineMillis(), waited);
            answer(query, deadline, now);
        } else if (reading instanceof QueryReading.Refused refused) {
            String fields = refused.problems().stream()
                    .map(problem -> problem.field().isEmpty() ? "body" : problem.field())
                    .distinct()
                    .collect(Collectors.joining(", "));
            send(Problem.invalidQuery(refused.problems()), "wrong: " + fields);
        }
    }

    private void answer(CallQuery query, Deadline deadline, long now) {
        AnswerMemory memory = endpoint.parts().memory();
        AnswerMemory.QueryKey key =
                new AnswerMemory.QueryKey(known.carrier().name(), query.network(), query.requestId(), query.attempt());
        AnswerMemory.Held mine = new AnswerMemory.Held(now);
        AnswerMemory.Held held = memory.claim(key, mine);
        if (held != mine) {
            repeat(held, query, deadline);
            return;
        }
        Answer answer = endpoint.answer(query, known, deadline);
        if (answer.decided()) {
            memory.settle(key, mine, answer);
        } else {
            memory.release(key, mine, answer);
        }
        send(answer, "see its type");
    }

    /** Gives the answer of the same query before; while that is still being decided, waits as long as the network does. */
    private void repeat(AnswerMemory.Held held, CallQuery query, Deadline deadline) {
        known.meters().duplicate();
        Answer ready = held.ready();
        if (ready != null) {
            send(ready, "as before");
            return;
        }
        held.whenReady(
                answer -> endpoint.loop().context().runOnContext(here -> send(answer, "as the same query before")));
        long millis = Math.max(1, deadline.remaining().toMillis());
        timer = endpoint.parts()
                .vertx()
                .setTimer(millis, late -> send(endpoint.atOnce(query, known, DefaultReason.DEADLINE), "late"));
    }

    private void send(Answer answer, String what) {
        if (!over) {
            end();
            endpoint.send(request, known, answer, what, began);
        }
    }

    private void end() {
        if (!over) {
            over = true;
            endpoint.loop().queryEnded();
            if (timer != NO_TIMER) {
                endpoint.parts().vertx().cancelTimer(timer);
            }
        }
    }
}
