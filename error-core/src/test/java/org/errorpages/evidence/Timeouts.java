package org.errorpages.evidence;

import java.time.Duration;

/**
 * How long a client waits.
 *
 * @param connect for the connection
 * @param read for the answer
 */
record Patience(Duration connect, Duration read) {

    private static final Duration SHORT = Duration.ofMillis(400);
    /** Far more than a server of this machine needs, however busy it is. */
    private static final Duration LONG = Duration.ofSeconds(20);

    static final Patience ENDLESS = new Patience(LONG, LONG);
    static final Patience NONE_TO_CONNECT = new Patience(SHORT, LONG);
    static final Patience NONE_TO_READ = new Patience(LONG, SHORT);

    int connectMillis() {
        return Math.toIntExact(connect.toMillis());
    }

    int readMillis() {
        return Math.toIntExact(read.toMillis());
    }
}
