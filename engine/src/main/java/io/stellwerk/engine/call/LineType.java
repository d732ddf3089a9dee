package io.stellwerk.engine.call;

/** What kind of line a calling number belongs to, as its tenant's country sees it. */
public enum LineType {
    MOBILE,
    /** Fixed lines, with an area code or, such as German 032, without one. */
    GEOGRAPHIC,
    /** Freephone, shared cost, premium rate, personal and corporate numbers. */
    SERVICE,
    /** A number of another country, whatever its kind. */
    FOREIGN,
    /** No number, or one of no known range. */
    UNKNOWN
}
