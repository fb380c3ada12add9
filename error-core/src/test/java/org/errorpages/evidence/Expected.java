package org.errorpages.evidence;

import java.time.Duration;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Holds the expected verdict on a failure.
 *
 * @param status the status
 * @param token the error type of RFC 9209, or null if no upstream server failed
 * @param retryAfter the time after which a client may retry, or null if it is not compared
 */
record Expected(int status, @Nullable String token, @Nullable Duration retryAfter) {

    private static final String ANY_TOKEN = "any";

    /** Returns an expected verdict with any error type. */
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

    /** Returns the properties of a verdict that the expected one compares. */
    static Expected of(Verdict verdict, Expected expected) {
        var retryAfter = expected.retryAfter == null ? null : verdict.retryAfter();
        var token = ANY_TOKEN.equals(expected.token) ? ANY_TOKEN : verdict.proxyError();
        return new Expected(verdict.status().code(), token, retryAfter);
    }
}
