package org.errorpages.evidence;

import java.time.Duration;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a failure deserves.
 *
 * @param status the status
 * @param token the error type of RFC 9209, or null where no server behind failed
 * @param retryAfter when a client may come again, or null where that is not looked at
 */
record Expected(int status, @Nullable String token, @Nullable Duration retryAfter) {

    private static final String ANY_TOKEN = "any";

    /** Returns what is expected where the reference names no token. */
    static Expected anyToken(int status) {
        return new Expected(status, ANY_TOKEN, null);
    }

    static Expected status(int status) {
        return new Expected(status, null, null);
    }

    static Expected status(int status, String token) {
        return new Expected(status, token, null);
    }

    Expected retryAfter(int seconds) {
        return new Expected(status, token, Duration.ofSeconds(seconds));
    }

    /** Returns what is expected of the verdict, so that both can be compared. */
    static Expected of(Verdict verdict, Expected expected) {
        var retryAfter = expected.retryAfter == null ? null : verdict.retryAfter();
        var token = ANY_TOKEN.equals(expected.token) ? ANY_TOKEN : verdict.proxyError();
        return new Expected(verdict.status().code(), token, retryAfter);
    }
}
