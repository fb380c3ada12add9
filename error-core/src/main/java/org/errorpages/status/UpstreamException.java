package org.errorpages.status;

import java.io.Serial;
import java.util.Objects;

/**
 * Marks the failure of an upstream server for which this application acts as a gateway.
 *
 * <p>The cause decides between 502, 503 and 504 (RFC 9110, section 3.7).
 */
public class UpstreamException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String upstream;

    /**
     * Creates an exception for a failed call.
     *
     * @param upstream the name of the upstream server, for developers and logs, such as {@code payments}
     * @param cause the exception of the client for that server
     */
    public UpstreamException(String upstream, Throwable cause) {
        super("upstream " + Objects.requireNonNull(upstream) + " failed", Objects.requireNonNull(cause));
        this.upstream = upstream;
    }

    /** Returns the name of the upstream server. */
    public final String upstream() {
        return upstream;
    }
}
