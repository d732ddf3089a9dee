package io.stellwerk.rules.lower;

import org.drools.model.Drools;

/** What a look into a table found: the object that its rule matches and fires for. Equal only to itself. */
interface Hit {

    /** The rule's consequence. */
    void fire(Drools session);
}
