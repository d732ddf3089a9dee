package io.stellwerk.rules.table;

import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.Template;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a row does when it counts. A row of a deciding table has a plan or a refusal, not both; a row of a deriving table
 * has neither, and at least one segment or announcement.
 *
 * @param plan a plan's id or {@code person:<id>}, with facts in braces
 */
public record Action(
        Optional<Template> plan, Optional<ReleaseCause> reject, List<String> announcements, List<String> segments) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

    public Action {
        announcements = List.copyOf(announcements);
        segments = List.copyOf(segments);
    }

    /** Whether an announcement or a segment can be called so: letters, digits, spaces, dots, dashes, underscores; at most 64. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
