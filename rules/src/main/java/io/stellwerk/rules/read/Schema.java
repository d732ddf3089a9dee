package io.stellwerk.rules.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import io.stellwerk.rules.finding.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The JSON Schema of one kind of file, as it stands in docs/schema. Loads nothing over the network. */
final class Schema {

    static final Schema TENANT = new Schema("tenant");
    static final Schema HOTLINES = new Schema("hotlines");
    static final Schema TARGETS = new Schema("targets");
    static final Schema PLANS = new Schema("plans");
    static final Schema CALENDARS = new Schema("calendars");
    static final Schema TABLE = new Schema("table");

    private final JsonNode document;
    private final JsonSchema schema;

    private Schema(String name) {
        this.document = load("/io/stellwerk/rules/schema/" + name + ".schema.json");
        this.schema = JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                .getSchema(document);
        schema.initializeValidators();
    }

    private static JsonNode load(String resource) {
        try (InputStream in = Schema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not packaged: " + resource);
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** Adds a finding for each thing that the schema does not allow, and to {@code broken} what it does not allow. */
    void check(Element root, Set<Element> broken, Findings findings) {
        Set<ValidationMessage> messages = schema.validate(root.json());
        Set<Object> told = new HashSet<>();
        for (ValidationMessage message : messages) {
            if (!insideAlternative(message) && told.add(key(message))) {
                SchemaFinding finding = new SchemaFinding(message, root, surrounding(message), document);
                findings.add(finding.finding());
                if (!message.getType().equals("additionalProperties")) {
                    broken.add(finding.element());
                }
            }
        }
    }

    private static Object key(ValidationMessage message) {
        return message.getInstanceLocation() + " " + message.getProperty() + " "
                + SchemaFinding.code(message.getType());
    }

    /** What is wrong with each alternative of a "one of" says less than that none of them fits. */
    private static boolean insideAlternative(ValidationMessage message) {
        JsonNodePath path = message.getEvaluationPath();
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            if (path.getElement(i).equals("oneOf")) {
                return true;
            }
        }
        return false;
    }

    /** The part of the schema that holds the keyword that failed: its description is what to tell the author. */
    private JsonNode surrounding(ValidationMessage message) {
        JsonNodePath path = message.getSchemaLocation().getFragment();
        JsonNode node = document;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            String name = String.valueOf(path.getElement(i));
            JsonNode next = node.isArray() ? node.get(Integer.parseInt(name)) : node.get(name);
            node = Optional.ofNullable(next).orElse(node);
        }
        return node;
    }
}
