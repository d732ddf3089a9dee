package io.stellwerk.rules.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Writes an XML document with one element a line. Texts must be {@linkplain #writable writable}. */
public final class XmlText {

    private static final Pattern UNWRITABLE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\x{D800}-\\x{DFFF}]");

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Whether XML has a way to hold the text. */
    public static boolean writable(String text) {
        return !UNWRITABLE.matcher(text).find();
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    public XmlText open(String name, String... attributes) {
        begin(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    public XmlText close() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    public XmlText empty(String name, String... attributes) {
        begin(name, attributes).append("/>\n");
        return this;
    }

    /** An element with a text. */
    public XmlText element(String name, String content) {
        begin(name)
                .append('>')
                .append(escaped(content))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    private StringBuilder begin(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    /** Blanks that a parser would change are written as references. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
