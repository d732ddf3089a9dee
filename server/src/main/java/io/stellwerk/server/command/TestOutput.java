package io.stellwerk.server.command;

/** How the result of test cases is written. */
enum TestOutput {
    TEXT,
    JSON,
    JUNIT
}
