package org.errorpages.status;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.errorpages.throwable.SafeThrowable;
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

    /** Lists what the server does with the response to a failure. */
    public enum Disposition {
        /** Send the response. */
        ANSWER,
        /** Send nothing, because the client has disconnected. */
        ABORTED,
        /** Rethrow the exception to the container, which acts on it, and respond in its error dispatch. */
        RETHROW
    }

    /** Ranks the rules that match a cause chain; a later constant wins. */
    public enum RuleRank {
        /** Counts only if no other rule matches. */
        FALLBACK,
        /** Matches a family of failures that other rules refine. */
        BROAD,
        /** Matches one kind of failure. */
        EXACT,
        /** Comes from the application. */
        DECLARED
    }

    /**
     * Names the rule that decided, and the throwable that the rule matched.
     *
     * @param decisiveClass the binary class name of that throwable, or null if no rule matched
     * @param depth the index of that throwable in the cause chain; 0 is the outermost
     * @param rule the rule as text, such as {@code java.net.http.HttpTimeoutException@upstream = 504}
     * @param rank the rank of the rule among the rules that match the chain
     * @param source the file and line of the rule, or the interface or annotation
     * @param runnerUp the rule that would decide without this one, or null
     */
    public record Reason(
            @Nullable String decisiveClass,
            int depth,
            String rule,
            RuleRank rank,
            String source,
            @Nullable Reason runnerUp) {

        /** Returns a reason that names no throwable. */
        public static Reason unmatched(String rule, @Nullable Reason runnerUp) {
            return new Reason(null, 0, rule, RuleRank.FALLBACK, "default", runnerUp);
        }

        /** Returns the reason used when the classification itself failed. */
        public static Reason classifierFailed(Throwable thrown) {
            return unmatched("classification failed with " + new SafeThrowable(thrown).className(), null);
        }

        /** Returns this reason with another text of the rule, or another runner-up. */
        public Reason with(String newRule, @Nullable Reason newRunnerUp) {
            return new Reason(decisiveClass, depth, newRule, rank, source, newRunnerUp);
        }

        /** Returns the rule that would decide without this one. */
        public Optional<Reason> findRunnerUp() {
            return Optional.ofNullable(runnerUp);
        }

        /** Returns whether both come from the same rule. */
        public boolean hasSameRuleAs(Reason other) {
            return rule.equals(other.rule) && source.equals(other.source);
        }
    }

    public Verdict {
        Objects.requireNonNull(status);
        Objects.requireNonNull(faultSide);
        Objects.requireNonNull(disposition);
        headers = Map.copyOf(headers);
        Objects.requireNonNull(reason);
    }

    /** Returns the verdict 500 for a failure that no rule matches. */
    public static Verdict internalServerError(Reason reason) {
        return of(Status.INTERNAL_SERVER_ERROR, FaultSide.SELF, reason);
    }

    /** Returns a verdict without details. */
    public static Verdict of(Status status, FaultSide side, Reason reason) {
        return new Verdict(status, side, Disposition.ANSWER, null, null, 0, false, Map.of(), null, reason);
    }

    /** Returns this verdict with other header fields. */
    public Verdict with(Map<String, String> newHeaders) {
        return with(status, retryAfter, newHeaders, reason);
    }

    /** Returns this verdict with another time after which a client may retry. */
    public Verdict withRetryAfter(Duration newRetryAfter) {
        return with(status, newRetryAfter, headers, reason);
    }

    /** Returns this verdict with another status, which does not allow Retry-After, for another reason. */
    public Verdict with(Status newStatus, Reason newReason) {
        return with(newStatus, null, headers, newReason);
    }

    private Verdict with(
            Status newStatus, @Nullable Duration newRetryAfter, Map<String, String> newHeaders, Reason newReason) {
        return new Verdict(
                newStatus,
                faultSide,
                disposition,
                newRetryAfter,
                proxyError,
                upstreamStatus,
                gateway,
                newHeaders,
                publicDetail,
                newReason);
    }
}
