package org.errorpages.status;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a failure.
 *
 * @param status the status of the answer
 * @param side where the failure happened
 * @param disposition what is to be done with the answer
 * @param retryAfter when a client may come again, at least a second, or null; null with a status that takes none
 * @param proxyError the error type of RFC 9209, section 2.3, for logs and developers, or null
 * @param headers header fields that go with the status
 * @param publicDetail a sentence of the application that anyone may read, or null
 * @param because why
 */
public record Verdict(
        Status status,
        Side side,
        Disposition disposition,
        @Nullable Duration retryAfter,
        @Nullable String proxyError,
        Map<String, String> headers,
        @Nullable String publicDetail,
        Because because) {

    public Verdict {
        Objects.requireNonNull(status);
        Objects.requireNonNull(side);
        Objects.requireNonNull(disposition);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(because);
    }

    /** Returns the verdict about what nobody foresaw: 500. */
    public static Verdict unforeseen(Because because) {
        return new Verdict(
                Status.INTERNAL_SERVER_ERROR, Side.SELF, Disposition.ANSWER, null, null, Map.of(), null, because);
    }

    Verdict with(Status newStatus, Side newSide) {
        return new Verdict(newStatus, newSide, disposition, retryAfter, proxyError, headers, publicDetail, because);
    }

    /** Returns when a client may come again. */
    public Optional<Duration> retry() {
        return Optional.ofNullable(retryAfter);
    }
}
