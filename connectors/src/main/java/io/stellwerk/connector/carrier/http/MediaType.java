package io.stellwerk.connector.carrier.http;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types in which the fallback is offered, best first, and which of them a client wants (RFC 9110, clause 12.5.1). */
enum MediaType {
    JSON("application/json"),
    CSV("text/csv");

    private final String text;

    MediaType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Empty if the client accepts none of them. */
    static Optional<MediaType> wanted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        MediaType best = null;
        double most = 0;
        for (MediaType type : values()) {
            double quality = type.quality(accept);
            if (quality > most) {
                most = quality;
                best = type;
            }
        }
        return Optional.ofNullable(best);
    }

    /** By the most specific range that covers the type; 0 if none does. */
    private double quality(String accept) {
        double quality = 0;
        int specific = -1;
        for (String range : accept.split(",", 64)) {
            String[] parts = range.split(";", 16);
            int fits = fits(parts[0].trim().toLowerCase(Locale.ROOT));
            if (fits > specific) {
                specific = fits;
                quality = quality(parts);
            }
        }
        return quality;
    }

    /** 2 for the type itself, 1 for its family, 0 for anything, -1 if the range does not cover it. */
    private int fits(String range) {
        if (range.equals(text)) {
            return 2;
        }
        if (range.equals(text.substring(0, text.indexOf('/')) + "/*")) {
            return 1;
        }
        return range.equals("*/*") ? 0 : -1;
    }

    private static double quality(String[] parameters) {
        for (int i = 1; i < parameters.length; i++) {
            String parameter = parameters[i].trim().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String value = parameter.substring(2).trim();
                return value.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(value) : 0;
            }
        }
        return 1;
    }
}
