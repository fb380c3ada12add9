package org.errorpages.incident.log;

/** The failures that the log has in full, each with its stack trace. */
public enum StackTraceLogging {
    /** All failures, however many there are. */
    ALL,

    /** At most ten similar failures within a second; further ones share one line per second for a minute. */
    THROTTLED
}
