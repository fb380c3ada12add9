package org.errorpages.status;

import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * A server behind this application, whose failure is the answer: {@code Upstream.of("payments").call(() -> …)}.
 *
 * @param name the name of the server, for developers and logs
 */
public record Upstream(String name) {

    public Upstream {
        Objects.requireNonNull(name);
    }

    /** Returns the server of a name. */
    public static Upstream of(String name) {
        return new Upstream(name);
    }

    /**
     * Returns what the call returns.
     *
     * @throws UpstreamException with whatever exception the call throws as its cause; errors pass as they are
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
