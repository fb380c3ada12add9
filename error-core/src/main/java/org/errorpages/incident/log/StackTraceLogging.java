package org.errorpages.incident.log;

/** Selects the failures that are logged with their stack trace. */
public enum StackTraceLogging {
    /** All failures. */
    ALL,
    /** At most ten similar failures within a second; further ones share one line per second for a minute. */
    THROTTLED
}
