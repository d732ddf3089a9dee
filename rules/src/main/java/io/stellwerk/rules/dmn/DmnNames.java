package io.stellwerk.rules.dmn;

import java.util.Set;

/** Names of DMN's XML, and of what we add to it. */
final class DmnNames {

    /** What is written: DMN 1.3. */
    static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** DMN 1.1 to 1.5. */
    static final Set<String> MODELS = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            MODEL,
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");

    /** Ids, operators, phase, salience and priorities stand in attributes of this namespace. */
    static final String OURS = "https://stellwerk.io/dmn/1";

    static final String PHASE = "phase";
    static final String HIT_POLICY = "hitPolicy";
    static final String SALIENCE = "salience";
    static final String OPERATOR = "operator";
    static final String ID = "id";
    static final String PRIORITY = "priority";
    static final String POSITION = "position";

    static final String PLAN = "plan";
    static final String REJECT = "reject";
    static final String ANNOUNCEMENTS = "announcements";
    static final String SEGMENTS = "segments";
    static final String COMMENT = "comment";

    private DmnNames() {}
}
