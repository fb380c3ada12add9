package org.errorpages.status;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Declares the HTTP status of an exception of the application.
 *
 * <p>It takes precedence over all rules of the error map. If an accessor throws, or the status is outside 400–599, the
 * declaration is ignored and the map decides.
 */
public interface HttpError {

    /**
     * Returns an error with a status only, for an {@code ErrorMapper}.
     *
     * @throws IllegalArgumentException if the status is not 400–599
     */
    static HttpError of(int status) {
        int code = Status.of(status).code();
        return () -> code;
    }

    /** Returns whether a response of this status requires a header field: 401, 405, 407, 416, 426. */
    static boolean needsHeader(int status) {
        return status == 416 || (Status.isError(status) && new Status(status).requiredHeader() != null);
    }

    /** Returns the status code of the response, 400–599. */
    int status();

    /** Returns how long the client should wait before it retries; sent with 413, 429 and 503 only (RFC 9110, 10.2.3). */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** Returns header fields that the status requires, such as {@code Allow} with 405. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * Returns a sentence for the client. Unlike {@link Throwable#getMessage()} it is shown to the public, so it must not
     * reveal internals.
     */
    default Optional<String> publicDetail() {
        return Optional.empty();
    }
}
