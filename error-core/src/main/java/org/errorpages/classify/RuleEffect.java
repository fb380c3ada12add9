package org.errorpages.classify;

import java.util.List;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.status.Verdict.RuleRank;
import org.errorpages.throwable.PropertyPath;
import org.jspecify.annotations.Nullable;

/** Defines the effect of a rule on the throwables that it matches. */
public sealed interface RuleEffect {

    /**
     * Responds with a status.
     *
     * @param status the status
     * @param disposition how the server handles the response
     * @param rank the rank among the rules that match the chain
     * @param retryAfter how long a client should wait
     * @param proxyError the error type of RFC 9209, section 2.3, or null
     * @param anySide whether a 4xx counts even if an outer throwable has set the side
     * @param opaque whether the causes are ignored
     */
    record Answer(
            Status status,
            Disposition disposition,
            RuleRank rank,
            RetryAfter retryAfter,
            @Nullable String proxyError,
            boolean anySide,
            boolean opaque)
            implements RuleEffect {

        /** Returns the effect with a status only. */
        static Answer of(Status status, RuleRank rank, RetryAfter retryAfter) {
            return new Answer(status, Disposition.ANSWER, rank, retryAfter, null, false, false);
        }

        /** Returns this effect with the lowest rank, so that a rule for a cause wins. */
        Answer asFallback() {
            return new Answer(status, disposition, RuleRank.FALLBACK, retryAfter, proxyError, false, false);
        }
    }

    /**
     * Responds with a status that the throwable or its annotation holds.
     *
     * @param paths the methods that return it; the first one that does not return 500 counts
     * @param retryAfter how long a client should wait
     */
    record StatusFrom(List<PropertyPath> paths, RetryAfter retryAfter) implements RuleEffect {

        /** Returns the response for an exception or annotation, or null if its status is not 400 to 599. */
        @Nullable Answer answer(Object holder) {
            int status = 0;
            for (var path : paths) {
                if (status == 0 || status == Status.INTERNAL_SERVER_ERROR.code()) {
                    status = path.read(holder) instanceof Number number ? number.intValue() : 0;
                }
            }
            return Status.isError(status) ? Answer.of(Status.of(status), RuleRank.DECLARED, retryAfter) : null;
        }
    }

    /**
     * Maps the status of an upstream response that the throwable holds.
     *
     * @param path the method that returns it
     * @param retryAfter how long a client should wait
     */
    record UpstreamStatusFrom(PropertyPath path, RetryAfter retryAfter) implements RuleEffect {

        /** Returns the upstream status that a throwable holds, or 0. */
        int statusOf(Throwable throwable) {
            return path.read(throwable) instanceof Number number ? Math.max(number.intValue(), 0) : 0;
        }
    }

    /** Marks a wrapper: its cause is treated as if it were thrown directly. */
    record Transparent() implements RuleEffect {}

    /** Sets the side on which the failure happened, and no status. */
    record SideOnly(FaultSide side) implements RuleEffect {}
}
