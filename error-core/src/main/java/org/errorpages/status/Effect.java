package org.errorpages.status;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a rule says of the throwables it names. */
sealed interface Effect {

    /**
     * They decide the answer.
     *
     * @param status the status
     * @param disposition what to do with the answer
     * @param rank what the rule is worth against others of the chain
     * @param retryAfter when to come again, or null if unknown
     * @param proxyError the error type of RFC 9209, section 2.3, or null
     */
    record Answer(
            Status status,
            Disposition disposition,
            Rank rank,
            @Nullable Duration retryAfter,
            @Nullable String proxyError)
            implements Effect {

        @Override
        public String toString() {
            var text =
                    new StringBuilder(disposition == Disposition.ABORTED ? "aborted" : String.valueOf(status.code()));
            if (retryAfter != null) {
                text.append("; retry-after=").append(retryAfter.toSeconds());
            }
            if (disposition == Disposition.RETHROW) {
                text.append("; rethrow");
            }
            if (proxyError != null) {
                text.append("; proxy=").append(proxyError);
            }
            return text.toString();
        }
    }

    /** They carry no meaning of their own: what they wrap is as good as thrown itself. */
    record Transparent() implements Effect {
        @Override
        public String toString() {
            return "transparent";
        }
    }

    /** They say only on which side the failure happened. */
    record SideOnly(Side side) implements Effect {
        @Override
        public String toString() {
            return side == Side.SELF ? "self" : "upstream";
        }
    }
}
