package io.stellwerk.server;

import io.stellwerk.server.command.StellwerkCommand;

/** The program's entry. */
public final class Main {

    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private Main() {}

    public static void main(String[] arguments) {
        chooseLog(arguments);
        System.exit(StellwerkCommand.run(arguments));
    }

    /** A log is for machines when a server writes it. Must come before the first logger is made. */
    private static void chooseLog(String[] arguments) {
        boolean serving = arguments.length > 0 && arguments[0].equals("serve");
        if (serving && System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "logback-json.xml");
        }
    }
}
