package io.stellwerk.rules.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through a document from its begin to its end, in memory that does not depend on the document. Read is UTF-8,
 * whatever the document claims, and nothing that it refers to. Not for several threads.
 *
 * <p>All methods that read fail with {@link XmlRefusedException}, or with what the stream below fails with.
 */
public final class XmlReader {

    private static final int DEEPEST = 64;

    /** Where the reader stands. */
    public enum Event {
        START,
        TEXT,
        END,
        END_OF_DOCUMENT
    }

    private final XMLStreamReader parser;
    private int depth;

    private XmlReader(XMLStreamReader parser) {
        this.parser = parser;
    }

    /** Stands before the document's first element. */
    public static XmlReader of(InputStream in) throws IOException {
        Reader reader = new BoundedMarkup(new InputStreamReader(
                withoutByteOrderMark(in),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        // The platform's own parser, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            return new XmlReader(factory.createXMLStreamReader(reader));
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, 3);
        byte[] mark = pushback.readNBytes(3);
        boolean marked = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        if (!marked) {
            pushback.unread(mark);
        }
        return pushback;
    }

    public Event next() throws IOException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw XmlRefusedException.hostile("Elements nest deeper than " + DEEPEST + " levels.", line());
                    }
                    return Event.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return Event.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return Event.TEXT;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Event.END_OF_DOCUMENT;
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw XmlRefusedException.hostile("The document uses an entity of its own.", line());
                default -> {
                    // Comments and instructions say nothing to us.
                }
            }
        }
    }

    private int advance() throws IOException {
        try {
            return parser.hasNext() ? parser.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            // On some malformed documents the platform's parser throws others than it declares.
            throw XmlRefusedException.malformed("The XML is not well-formed.", 0);
        }
    }

    private static IOException refused(XMLStreamException e) {
        Throwable cause = e.getNestedException();
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        if (cause instanceof MalformedInputException) {
            return XmlRefusedException.malformed("A character is not UTF-8.", line);
        } else if (cause instanceof IOException below) {
            return below;
        }
        // The platform tells what is wrong in the language of the machine, and its limits by a code.
        boolean limit = String.valueOf(e.getMessage()).contains("JAXP000100");
        return limit
                ? XmlRefusedException.hostile("A name, an attribute or their number is beyond all limits.", line)
                : XmlRefusedException.malformed(
                        "The XML is not well-formed" + (line > 0 ? " in line " + line : "") + ".", line);
    }

    /** How many elements are open, the current one included. */
    public int depth() {
        return depth;
    }

    /** The element's name without its prefix; only at a start or an end. */
    public String name() {
        return parser.getLocalName();
    }

    /** The element's namespace; empty if it has none. */
    public String namespace() {
        return parser.getNamespaceURI() == null ? "" : parser.getNamespaceURI();
    }

    /** An attribute by its name without prefix, whatever its namespace; only at a start. */
    public Optional<String> attribute(String name) {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            if (parser.getAttributeLocalName(i).equals(name)) {
                return Optional.of(parser.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    int attributes() {
        return parser.getAttributeCount();
    }

    String attributeName(int index) {
        String namespace = parser.getAttributeNamespace(index);
        String name = parser.getAttributeLocalName(index);
        return namespace == null || namespace.isEmpty() ? name : "{" + namespace + "}" + name;
    }

    String attributeValue(int index) {
        return parser.getAttributeValue(index);
    }

    /** A piece of text: neighbours may belong together. */
    public String text() {
        return parser.getText();
    }

    /** Where the reader stands, from 1. */
    public int line() {
        return Math.max(0, parser.getLocation().getLineNumber());
    }
}
