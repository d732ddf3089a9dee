package io.stellwerk.rules.xml;

import java.io.IOException;

/** A document that is not read on; the message is a sentence that says why. */
public final class XmlRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final boolean hostile;

    private XmlRefusedException(String message, int line, boolean hostile) {
        super(message);
        this.line = line;
        this.hostile = hostile;
    }

    static XmlRefusedException malformed(String message, int line) {
        return new XmlRefusedException(message, line, false);
    }

    static XmlRefusedException hostile(String message, int line) {
        return new XmlRefusedException(message, line, true);
    }

    /** From 1; 0 if it is not known. */
    public int line() {
        return line;
    }

    /** Whether no honest program writes such XML, as against XML that is damaged. */
    public boolean hostile() {
        return hostile;
    }
}
