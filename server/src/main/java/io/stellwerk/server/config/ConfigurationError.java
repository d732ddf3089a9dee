package io.stellwerk.server.config;

/**
 * Something wrong with the configuration.
 *
 * @param key where it stands: {@code carriers[0].keys[1]}, or the name of an environment variable
 * @param line in the file, from 1; 0 if it does not stand there
 * @param message what is, naming the value
 * @param remedy what to write instead
 */
public record ConfigurationError(String key, int line, String message, String remedy) {

    @Override
    public String toString() {
        return key + (line > 0 ? " (line " + line + ")" : "") + ": " + message + " " + remedy;
    }
}
