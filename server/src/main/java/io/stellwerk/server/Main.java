package io.stellwerk.server;

/** The program's entry. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(io.stellwerk.server.command.StellwerkCommand.run(arguments));
    }
}
