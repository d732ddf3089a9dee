package io.stellwerk.rules.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a small document that is held as a whole.
 *
 * @param name without prefix
 * @param namespace empty if it has none
 * @param attributes by name; one with a namespace as {@code {namespace}name}
 * @param text of the element itself, that of its children left out
 * @param line on which its first tag ends, from 1
 */
public record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        int line) {

    private static final int MOST_ELEMENTS = 500_000;

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /**
     * The root element.
     *
     * @throws XmlRefusedException for what is no sound XML, or has more than half a million elements
     */
    public static XmlElement read(InputStream in) throws IOException {
        XmlReader reader = XmlReader.of(in);
        Deque<Open> open = new ArrayDeque<>();
        Open document = new Open("", "", Map.of(), 0);
        open.push(document);
        int elements = 0;
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.END_OF_DOCUMENT; event = reader.next()) {
            switch (event) {
                case START -> {
                    if (++elements > MOST_ELEMENTS) {
                        throw XmlRefusedException.hostile(
                                "The document has more than " + MOST_ELEMENTS + " elements.", reader.line());
                    }
                    open.push(new Open(reader.namespace(), reader.name(), attributes(reader), reader.line()));
                }
                case END -> {
                    XmlElement closed = open.pop().close();
                    open.element().children.add(closed);
                }
                default -> open.element().text.append(reader.text());
            }
        }
        return document.children.get(0);
    }

    private static Map<String, String> attributes(XmlReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.attributes(); i++) {
            attributes.put(reader.attributeName(i), reader.attributeValue(i));
        }
        return attributes;
    }

    private static final class Open {

        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final int line;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String namespace, String name, Map<String, String> attributes, int line) {
            this.namespace = namespace;
            this.name = name;
            this.attributes = attributes;
            this.line = line;
        }

        XmlElement close() {
            return new XmlElement(namespace, name, attributes, children, text.toString(), line);
        }
    }

    /** An attribute that has no namespace. */
    public Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    public Optional<String> attribute(String space, String key) {
        return Optional.ofNullable(attributes.get("{" + space + "}" + key));
    }

    /** The children of a name, whatever their namespace. */
    public List<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    public Optional<XmlElement> first(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }
}
