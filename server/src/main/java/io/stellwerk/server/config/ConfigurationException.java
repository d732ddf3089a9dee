package io.stellwerk.server.config;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with the configuration, at once. */
public final class ConfigurationException extends Exception {

    private final transient List<ConfigurationError> errors;

    ConfigurationException(List<ConfigurationError> errors) {
        super(errors.stream().map(ConfigurationError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<ConfigurationError> errors() {
        return errors;
    }
}
