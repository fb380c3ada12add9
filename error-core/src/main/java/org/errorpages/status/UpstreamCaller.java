package org.errorpages.status;

import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Calls a server for which this application acts as a gateway: {@code UpstreamCaller.of("payments").call(() -> …)}.
 *
 * @param name the name of the server, for developers and logs
 */
public record UpstreamCaller(String name) {

    public UpstreamCaller {
        Objects.requireNonNull(name);
    }

    /** Returns the server with a name. */
    public static UpstreamCaller of(String name) {
        return new UpstreamCaller(name);
    }

    /**
     * Returns the result of the call.
     *
     * @throws UpstreamException if the call throws an exception, which is its cause; errors propagate unchanged
     */
    public <T> T call(Callable<T> call) {
        try {
            return call.call();
        } catch (UpstreamException marked) {
            throw marked;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamException(name, interrupted);
        } catch (Exception failed) {
            throw new UpstreamException(name, failed);
        }
    }
}
