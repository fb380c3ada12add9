package org.errorpages.evidence;

import java.time.Duration;

/**
 * Holds the timeouts of a client.
 *
 * @param connect the connect timeout
 * @param read the read timeout
 */
record Timeouts(Duration connect, Duration read) {

    private static final Duration SHORT = Duration.ofMillis(400);
    /** Much longer than a local server needs, even on a busy machine. */
    private static final Duration LONG = Duration.ofSeconds(20);

    static final Timeouts LONG_TIMEOUTS = new Timeouts(LONG, LONG);
    static final Timeouts SHORT_CONNECT = new Timeouts(SHORT, LONG);
    static final Timeouts SHORT_READ = new Timeouts(LONG, SHORT);

    int connectMillis() {
        return Math.toIntExact(connect.toMillis());
    }

    int readMillis() {
        return Math.toIntExact(read.toMillis());
    }
}
