package io.stellwerk.server.command;

import io.stellwerk.console.WitnessJson;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.witness.Witness;
import java.util.ArrayList;
import java.util.List;

/** A sample call as a command that routes it, ready to be pasted into a shell. */
final class RouteLine {

    private RouteLine() {}

    /** @param folder of the rule set, as it was given */
    static String of(String folder, Witness witness) {
        List<String> line = new ArrayList<>(List.of("stellwerk", "route", quoted(folder)));
        add(line, "--called", witness.called().e164());
        add(line, "--calling", witness.calling().map(PhoneNumber::e164).orElse(""));
        add(line, "--at", witness.at().toString());
        add(line, "--carrier", witness.carrier());
        add(
                line,
                "--diverted-from",
                witness.divertedFrom().map(PhoneNumber::e164).orElse(""));
        add(line, "--digits", witness.digits());
        witness.customer()
                .ifPresent(customer ->
                        add(line, "--customer", WitnessJson.customer(customer).encode()));
        if (witness.match() == CallerMatch.ORGANISATION || witness.match() == CallerMatch.AMBIGUOUS) {
            add(line, "--match", FactDictionary.code(witness.match()));
        }
        line.add("--explain");
        return String.join(" ", line);
    }

    private static void add(List<String> line, String option, String value) {
        if (!value.isEmpty()) {
            line.add(option);
            line.add(quoted(value));
        }
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9+:/._=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
