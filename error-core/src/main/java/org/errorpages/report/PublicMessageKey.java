package org.errorpages.report;

import java.time.Duration;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;

/**
 * Everything that selects the text of a public response, except the incident-specific fields and the application's detail.
 *
 * <p>There are few different keys, and none contains client input.
 *
 * @param failedHop the hop that failed
 * @param retryKey the key of the phrase about the time of a retry
 * @param checkFirst whether the user must check for side effects before a retry
 * @param waitKnown whether the wait before a retry is known
 */
public record PublicMessageKey(
        Status status, HopKind failedHop, String retryKey, boolean checkFirst, boolean waitKnown) {

    /**
     * Returns the key for a verdict.
     *
     * @param safe whether the request method is safe
     */
    public static PublicMessageKey of(Verdict verdict, boolean safe) {
        var status = verdict.status();
        var wait = verdict.retryAfter();
        var retry = wait == null ? defaultRetry(status.code()) : retryKey(wait);
        // Retrying an unsafe request might repeat its side effects.
        boolean check = status.isServerError() && (status.code() == 504 || !safe);
        return new PublicMessageKey(status, Hop.failedHop(verdict), retry, check, wait != null);
    }

    /** Returns the key for a preview, in which wait and request are unknown. */
    static PublicMessageKey previewFor(Status status) {
        return new PublicMessageKey(
                status, HopKind.APPLICATION, defaultRetry(status.code()), status.isServerError(), false);
    }

    private static String defaultRetry(int code) {
        return code == 502 ? "retry.minute" : "retry.minutes";
    }

    private static String retryKey(Duration wait) {
        long seconds = wait.toSeconds();
        if (seconds < 10) {
            return "retry.moment";
        }
        if (seconds <= 90) {
            return "retry.minute";
        }
        if (seconds <= 15 * 60) {
            return "retry.minutes";
        }
        return seconds <= 90 * 60 ? "retry.hour" : "retry.later";
    }
}
