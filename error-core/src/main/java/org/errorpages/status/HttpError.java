package org.errorpages.status;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;


/**
 * Lets an exception of an application say which answer it deserves.
 *
 * <p>What an {@code HttpError} says is taken before every rule of the error map. An accessor that throws, or a status
 * outside 400–599, is disregarded and the map decides.
 */
public interface HttpError {

    /**
     * Returns an answer of a status alone, for an {@code ErrorMapper}.
     *
     * @throws IllegalArgumentException if the status is not 400–599
     */
    static HttpError of(int status) {
        int code = Status.of(status).code();
        return () -> code;
    }

    /** Returns whether a response of a status needs a header field: 401, 405, 407, 416, 426. */
    static boolean needsHeader(int status) {
        return status == 416 || (Status.isError(status) && new Status(status).requiredHeader() != null);
    }

    /** Returns the status code of the answer, 400–599. */
    int status();

    /** Returns how long a client should wait; sent with 413, 429 and 503 only (RFC 9110, section 10.2.3). */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** Returns header fields that the status needs, such as {@code Allow} with 405. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /**
     * Returns a sentence that anyone may read. Unlike {@link Throwable#getMessage()} it is shown to the public, so it
     * must hold nothing of the inside.
     */
    default Optional<String> publicDetail() {
        return Optional.empty();
    }
}
