package io.stellwerk.server.config;

import io.stellwerk.rules.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The environment, and all problems found so far. Values never stand in a message unless they were asked for as plain text. */
final class Sources {

    private static final String PREFIX = "STELLWERK_";

    private final Map<String, String> environment;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<ConfigurationError> errors = new ArrayList<>();

    Sources(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What the environment says for a key; an empty variable says nothing. */
    Optional<Setting> environment(String path) {
        if (path.contains("[")) {
            return Optional.empty();
        }
        String name = PREFIX + Section.environmentName(path);
        known.add(name);
        return variable(name).filter(value -> !kubernetesLink(name, value)).map(value -> new Setting(name, 0, value));
    }

    /** Any variable, such as one that a key's {@code env:NAME} names. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    void refuse(ConfigurationError error) {
        errors.add(error);
    }

    void refuse(String key, int line, String message, String remedy) {
        errors.add(new ConfigurationError(key, line, message, remedy));
    }

    /**
     * Refuses variables that begin like a section of ours, or nearly, and are none of our keys. Others that begin with
     * STELLWERK_ are left alone: the launcher and the variables that {@code env:} names stand there.
     */
    void finish(List<String> sections) {
        new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                        .filter(name -> !kubernetesLink(name, environment.getOrDefault(name, "")))
                        .forEach(name -> refuseUnknown(name, sections));
    }

    private void refuseUnknown(String name, List<String> sections) {
        Optional<String> meant = Suggestion.nearest(name.substring(PREFIX.length()), plainKnown())
                .map(near -> "Did you mean " + PREFIX + near + "?");
        boolean ours =
                sections.stream().anyMatch(section -> name.startsWith(PREFIX + Section.environmentName(section) + "_"));
        if (meant.isPresent() || ours) {
            refuse(name, 0, "There is no such setting.", meant.orElse("See docs/operations.md for those there are."));
        }
    }

    private List<String> plainKnown() {
        return known.stream().map(name -> name.substring(PREFIX.length())).toList();
    }

    /** Kubernetes gives every pod such variables for a service that is called stellwerk-something. */
    private static boolean kubernetesLink(String name, String value) {
        return name.endsWith("_SERVICE_HOST")
                || name.contains("_SERVICE_PORT")
                || name.matches(".*_PORT_\\d+_(TCP|UDP).*")
                || value.matches("(tcp|udp)://.*");
    }

    List<ConfigurationError> errors() {
        return List.copyOf(errors);
    }
}
