package org.errorpages.status;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the decision about a failure: status, fault side, headers and reason.
 *
 * @param status the status of the response
 * @param faultSide the side on which the failure happened
 * @param disposition how the server handles the response
 * @param retryAfter how long a client should wait, at least a second; null if unknown or not allowed with the status
 * @param proxyError the error type of RFC 9209, section 2.3, for logs and developers, or null
 * @param upstreamStatus the status of the upstream response, or 0 if there was none
 * @param gateway whether the application declared that it acts as a gateway; only then Proxy-Status carries the error
 *     type (RFC 9209, section 2)
 * @param headers header fields of the response
 * @param publicDetail a sentence of the application for the client, or null
 * @param reason the reason for the decision
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

    /** Returns the verdict 500 for a failure that no rule matches. */
    public static Verdict internalServerError(Reason reason) {
        var status = Status.INTERNAL_SERVER_ERROR;
        return new Verdict(status, FaultSide.SELF, Disposition.ANSWER, null, null, 0, false, Map.of(), null, reason);
    }

    /** Returns this verdict with details from the other throwables of the chain. */
    public Verdict completedWith(
            @Nullable Duration wait, @Nullable String newProxyError, boolean newGateway, @Nullable Reason runnerUp) {
        var allowed = status.allowsRetryAfter() ? wait : null;
        return copy(status, faultSide, allowed, newProxyError, newGateway, headers, reason.withRunnerUp(runnerUp));
    }

    /** Returns this verdict with another status, side and reason. */
    public Verdict with(Status newStatus, FaultSide newSide, Reason newReason) {
        return copy(newStatus, newSide, retryAfter, proxyError, gateway, headers, newReason);
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
            @Nullable String newProxyError,
            boolean newGateway,
            Map<String, String> newHeaders,
            Reason newReason) {
        return new Verdict(
                newStatus,
                newSide,
                disposition,
                wait,
                newProxyError,
                upstreamStatus,
                newGateway,
                newHeaders,
                publicDetail,
                newReason);
    }

    /** Returns how long a client should wait before it retries. */
    public Optional<Duration> findRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
