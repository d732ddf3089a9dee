package io.stellwerk.rules.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stellwerk.rules.diff.Change.Detail;
import io.stellwerk.rules.explain.Language;
import java.util.List;

/** A difference for programs. The names of fields are stable; each change has its text, too. */
public final class DiffJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DiffJson() {}

    /** @param language of the texts */
    public static ArrayNode of(RuleSetDiff diff, Language language) {
        DiffText texts = new DiffText(language);
        ArrayNode array = JSON.arrayNode();
        diff.changes().forEach(change -> array.add(change(change).put("text", texts.line(change))));
        return array;
    }

    private static ObjectNode change(Change change) {
        ObjectNode json = JSON.objectNode()
                .put("part", change.part().code())
                .put("kind", change.kind().code());
        if (!change.file().isEmpty()) {
            json.put("file", change.file());
        }
        if (!change.id().isEmpty()) {
            json.put("id", change.id());
        }
        json.set("details", details(change.details()));
        return json;
    }

    private static ArrayNode details(List<Detail> details) {
        ArrayNode array = JSON.arrayNode();
        details.forEach(detail -> array.addObject()
                .put("field", detail.field().name())
                .put("before", detail.before())
                .put("after", detail.after()));
        return array;
    }
}
