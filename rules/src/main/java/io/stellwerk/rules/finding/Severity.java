package io.stellwerk.rules.finding;

/** How bad a finding is. */
public enum Severity {
    /** Cannot be published. */
    ERROR,
    /** Can be published with a reason. */
    WARNING
}
