package io.stellwerk.connector.carrier.http;

import io.vertx.core.buffer.Buffer;

/**
 * A whole answer: a decision, or a problem document.
 *
 * @param body JSON in UTF-8; nobody changes it, so that it can be sent any number of times
 */
record Answer(int status, Buffer body) {

    boolean decided() {
        return status == 200;
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length() + " bytes]";
    }
}
