package io.stellwerk.server.config;

/**
 * A text as the operator wrote it.
 *
 * @param key {@code carrierHttp.port}, or the environment variable it came from
 * @param line in the file, from 1; 0 for the environment
 */
record Setting(String key, int line, String text) {

    ConfigurationError error(String message, String remedy) {
        return new ConfigurationError(key, line, message, remedy);
    }
}
