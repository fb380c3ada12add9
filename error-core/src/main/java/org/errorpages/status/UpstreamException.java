package org.errorpages.status;

import java.io.Serial;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Marks the failure of an upstream server for which this application acts as a gateway.
 *
 * <p>The cause decides between 502, 503 and 504 (RFC 9110, section 3.7). The simplest way to mark a call:
 * {@code UpstreamException.callUpstream("payments", () -> …)}.
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

    /**
     * Returns the result of a call to an upstream server.
     *
     * @param upstream the name of the server, for developers and logs
     * @throws UpstreamException if the call throws an exception, which is its cause; errors propagate unchanged
     */
    public static <T> T callUpstream(String upstream, Callable<T> call) {
        Objects.requireNonNull(upstream);
        try {
            return call.call();
        } catch (UpstreamException marked) {
            throw marked;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamException(upstream, interrupted);
        } catch (Exception failed) {
            throw new UpstreamException(upstream, failed);
        }
    }

    /** Returns the name of the upstream server. */
    public final String upstream() {
        return upstream;
    }
}
