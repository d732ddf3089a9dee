package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Findings;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file as far as it could be read, and what its schema does not allow in it. */
final class Document {

    private final @Nullable Element root;
    private final Set<Element> broken;

    private Document(@Nullable Element root, Set<Element> broken) {
        this.root = root;
        this.broken = broken;
    }

    static Document absent() {
        return new Document(null, Set.of());
    }

    static Document checked(Optional<Element> root, Schema schema, Findings findings) {
        Set<Element> broken = Collections.newSetFromMap(new IdentityHashMap<>());
        root.ifPresent(element -> schema.check(element, broken, findings));
        return new Document(root.orElse(null), broken);
    }

    /** Whether it is there, and an object as it should be. */
    boolean readable() {
        return root != null && root.json().isObject();
    }

    Optional<Element> root() {
        return Optional.ofNullable(root);
    }

    /** The elements of the list that is all of the file; none if it cannot be read. */
    List<Element> list(String key) {
        return root().map(element -> element.list(key)).orElse(List.of());
    }

    /** Whether the schema has nothing against an element itself, whatever is inside. */
    boolean sound(Element element) {
        return !broken.contains(element);
    }

    /** The value of a key that is there and right by the schema. */
    Optional<Element> field(Element element, String key) {
        return element.field(key).filter(this::sound);
    }

    /** The text of a key that is there and right by the schema. */
    Optional<String> text(Element element, String key) {
        return field(element, key).map(Element::text).filter(text -> !text.isEmpty());
    }
}
