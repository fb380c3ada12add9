package org.errorpages.status;

import java.io.Serial;
import java.util.Objects;

/**
 * Marks a failed call as the answer itself: this application acted as a gateway (RFC 9110, section 3.7) and the server
 * behind it failed. The cause decides between 502, 503 and 504.
 */
public class UpstreamException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String upstream;

    /**
     * Creates an exception for a failed call.
     *
     * @param upstream the name of the server behind, for developers and logs, such as {@code payments}
     * @param cause what the client of that server threw
     */
    public UpstreamException(String upstream, Throwable cause) {
        super("upstream " + Objects.requireNonNull(upstream) + " failed", Objects.requireNonNull(cause));
        this.upstream = upstream;
    }

    /** Returns the name of the server behind. */
    public final String upstream() {
        return upstream;
    }
}
