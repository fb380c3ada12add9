package org.errorpages.classify;

import java.util.List;
import org.errorpages.status.Disposition;
import org.errorpages.status.FaultSide;
import org.errorpages.status.RuleRank;
import org.errorpages.status.Status;
import org.errorpages.throwable.PropertyPath;
import org.jspecify.annotations.Nullable;

/** What a rule says of the throwables it names. */
public sealed interface RuleEffect {

    /**
     * They decide the answer.
     *
     * @param status the status
     * @param disposition what to do with the answer
     * @param rank what the rule is worth against others of the chain
     * @param retryAfter when to come again
     * @param proxyError the error type of RFC 9209, section 2.3, or null
     * @param anySide whether a 4xx counts although an outer throwable has set the side
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

        /** Returns the plain answer of a status. */
        static Answer of(Status status, RuleRank rank, RetryAfter retryAfter) {
            return new Answer(status, Disposition.ANSWER, rank, retryAfter, null, false, false);
        }

        /** Returns this answer as one that gives way to whatever the causes say. */
        Answer yielding() {
            return new Answer(status, disposition, RuleRank.FALLBACK, retryAfter, proxyError, false, false);
        }
    }

    /**
     * They hold the status of the answer.
     *
     * @param status where they hold it; the first one that says other than 500 counts
     * @param retryAfter where they hold when to come again
     */
    record Carrier(List<PropertyPath> status, RetryAfter retryAfter) implements RuleEffect {

        /** Returns the answer whose status an exception or an annotation holds, or null if it holds none of an error. */
        @Nullable
        Answer answer(Object holder) {
            int found = statusOf(holder);
            return Status.isError(found) ? Answer.of(Status.of(found), RuleRank.DECLARED, retryAfter) : null;
        }

        private int statusOf(Object holder) {
            int found = 0;
            for (var accessor : status) {
                int read = accessor.read(holder) instanceof Number number ? number.intValue() : 0;
                found = found == 0 || found == Status.INTERNAL_SERVER_ERROR.code() ? read : found;
            }
            return found;
        }
    }

    /**
     * They hold the status that a server behind has answered.
     *
     * @param status where they hold it
     * @param retryAfter where they hold when to come again
     */
    record Received(PropertyPath status, RetryAfter retryAfter) implements RuleEffect {

        /** Returns the status that a throwable holds, or 0. */
        int statusOf(Throwable throwable) {
            return status.read(throwable) instanceof Number number ? Math.max(number.intValue(), 0) : 0;
        }
    }

    /** They carry no meaning of their own: what they wrap is as good as thrown itself. */
    record Transparent() implements RuleEffect {}

    /** They say only on which side the failure happened. */
    record SideOnly(FaultSide side) implements RuleEffect {}
}
