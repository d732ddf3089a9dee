package io.stellwerk.engine.rule;

import java.util.List;

/**
 * All that the rules said about a call.
 *
 * @param segments derived, in the order of their derivation
 * @param announcements to play before the call is put through, in order, each once
 */
public record Verdict(List<String> segments, List<String> announcements, Ruling ruling) {

    public Verdict {
        segments = List.copyOf(segments);
        announcements = List.copyOf(announcements);
    }
}
