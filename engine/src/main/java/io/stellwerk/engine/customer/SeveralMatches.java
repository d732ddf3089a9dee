package io.stellwerk.engine.customer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A tenant's policy for a number that several customers share. */
public enum SeveralMatches {
    /** The customer of the highest value; of equals, the one with the smallest id. */
    MOST_VALUABLE {
        @Override
        public Optional<CustomerProfile> pick(List<CustomerProfile> candidates) {
            return candidates.stream()
                    .min(Comparator.comparing(CustomerProfile::value).reversed().thenComparing(CustomerProfile::id));
        }
    },
    /** The first in the order of the CRM's list. */
    FIRST {
        @Override
        public Optional<CustomerProfile> pick(List<CustomerProfile> candidates) {
            return candidates.stream().findFirst();
        }
    },
    /** Nobody: rules see no customer. */
    NONE {
        @Override
        public Optional<CustomerProfile> pick(List<CustomerProfile> candidates) {
            return Optional.empty();
        }
    };

    public abstract Optional<CustomerProfile> pick(List<CustomerProfile> candidates);
}
