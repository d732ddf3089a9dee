package io.stellwerk.bench.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * What the answers look like.
 *
 * @param shareByRule how many were decided by a rule, 0 to 1
 */
record Sample(int averageLength, double shareByRule) {

    static Sample of(List<Buffer> answers) {
        int length = (int) answers.stream().mapToInt(Buffer::length).average().orElse(0);
        long byRule = answers.stream()
                .filter(answer -> answer.toString().contains("\"default\":false"))
                .count();
        return new Sample(length, (double) byRule / answers.size());
    }
}
