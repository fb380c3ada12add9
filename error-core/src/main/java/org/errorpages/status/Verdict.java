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
 * @param faultSide where the failure happened
 * @param disposition what is to be done with the answer
 * @param retryAfter when a client may come again, at least a second, or null; null with a status that takes none
 * @param proxyError the error type of RFC 9209, section 2.3, for logs and developers, or null
 * @param upstreamStatus the status that the server behind answered, or 0 where there is none
 * @param gateway whether the application itself said that it acted as a gateway, so that Proxy-Status may tell the
 *     error type (RFC 9209, section 2)
 * @param headers header fields that go with the status
 * @param publicDetail a sentence of the application that anyone may read, or null
 * @param reason why
 */
public record Verdict(
        Status status,
        FaultSide faultSide,
        Disposition disposition,
        @Nullable Duration retryAfter,
        @Nullable String proxyError,
        int upstreamStatus,
        boolean gateway,
        Map<String, String> headers,
        @Nullable String publicDetail,
        Reason reason) {

    public Verdict {
        Objects.requireNonNull(status);
        Objects.requireNonNull(faultSide);
        Objects.requireNonNull(disposition);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(reason);
    }

    /** Returns the verdict on a failure that no rule matches: 500. */
    public static Verdict unforeseen(Reason because) {
        var status = Status.INTERNAL_SERVER_ERROR;
        return new Verdict(status, FaultSide.SELF, Disposition.ANSWER, null, null, 0, false, Map.of(), null, because);
    }

    /** Returns this verdict with what the other throwables of the chain add. */
    public Verdict completedWith(@Nullable Duration wait, @Nullable String error, boolean marked, @Nullable Reason loser) {
        var allowed = status.allowsRetryAfter() ? wait : null;
        boolean changed = loser != null
                || marked != gateway
                || !Objects.equals(allowed, retryAfter)
                || !Objects.equals(error, proxyError);
        return changed ? copy(status, faultSide, allowed, error, marked, headers, reason.withRunnerUp(loser)) : this;
    }

    public Verdict with(Status newStatus, FaultSide newSide, Reason newBecause) {
        return copy(newStatus, newSide, retryAfter, proxyError, gateway, headers, newBecause);
    }

    /** Returns this verdict with other header fields. */
    public Verdict with(Map<String, String> newHeaders) {
        return copy(status, faultSide, retryAfter, proxyError, gateway, newHeaders, reason);
    }

    /** Returns this verdict with another time after which a client may retry. */
    public Verdict withRetryAfter(Duration newRetryAfter) {
        return copy(status, faultSide, newRetryAfter, proxyError, gateway, headers, reason);
    }

    private Verdict copy(
            Status newStatus,
            FaultSide newSide,
            @Nullable Duration wait,
            @Nullable String error,
            boolean marked,
            Map<String, String> fields,
            Reason reason) {
        return new Verdict(
                newStatus, newSide, disposition, wait, error, upstreamStatus, marked, fields, publicDetail, reason);
    }

    /** Returns when a client may come again. */
    public Optional<Duration> retry() {
        return Optional.ofNullable(retryAfter);
    }
}
