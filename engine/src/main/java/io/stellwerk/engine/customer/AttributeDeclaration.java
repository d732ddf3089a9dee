package io.stellwerk.engine.customer;

import java.util.List;

/**
 * An own attribute of a tenant's customers.
 *
 * @param name a letter, then letters and digits; rules see it as {@code customer.<name>}
 * @param values the allowed ones for {@link AttributeType#ONE_OF}, else empty
 */
public record AttributeDeclaration(String name, AttributeType type, List<String> values) {

    public AttributeDeclaration {
        values = List.copyOf(values);
    }
}
