package io.stellwerk.rules.drl;

import io.stellwerk.rules.fact.FactDictionary;
import java.time.ZoneId;
import java.util.Set;

/**
 * What the reader of DRL needs besides the files.
 *
 * @param openFacts names of the facts whose values are not known, since the file that lists them could not be read
 * @param attributesKnown whether {@code tenant.yaml} could be read: if not, any attribute may exist
 * @param zone where the days of {@code date-effective} and {@code date-expires} begin
 */
public record DrlScope(FactDictionary dictionary, Set<String> openFacts, boolean attributesKnown, ZoneId zone) {

    public DrlScope {
        openFacts = Set.copyOf(openFacts);
    }
}
