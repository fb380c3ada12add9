package org.errorpages.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule says of the throwables it names. */
sealed interface Effect {

    /**
     * They decide the answer.
     *
     * @param status the status
     * @param disposition what to do with the answer
     * @param rank what the rule is worth against others of the chain
     * @param retryAfter when to come again
     * @param proxyError the error type of RFC 9209, section 2.3, or null
     * @param through whether a 4xx counts below wrappers of our own resources
     */
    record Answer(
            Status status,
            Disposition disposition,
            Rank rank,
            RetryAfter retryAfter,
            @Nullable String proxyError,
            boolean through)
            implements Effect {}

    /**
     * They hold the status of the answer.
     *
     * @param status where they hold it; the first one that says other than 500 counts
     * @param retryAfter where they hold when to come again
     */
    record Carrier(List<Accessor> status, RetryAfter retryAfter) implements Effect {

        /** Returns the status that an exception or an annotation holds, or 0. */
        int statusOf(Object holder) {
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
    record Received(Accessor status, RetryAfter retryAfter) implements Effect {}

    /** They carry no meaning of their own: what they wrap is as good as thrown itself. */
    record Transparent() implements Effect {}

    /** They are what failed, and permanently so: what they wrap has no say. */
    record Opaque() implements Effect {}

    /** They say only on which side the failure happened. */
    record SideOnly(Side side) implements Effect {}
}
