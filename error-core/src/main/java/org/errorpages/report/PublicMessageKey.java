package org.errorpages.report;

import java.time.Duration;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;

/**
 * Everything that selects the text of a public response, except the incident-specific fields and the application's detail.
 *
 * <p>There are few different keys, and none contains client input.
 *
 * @param failing the hop that failed
 * @param retry the key of the phrase about the time of a retry
 * @param check whether the user must check for side effects before a retry
 * @param waits whether the wait before a retry is known
 */
public record PublicMessageKey(Status status, HopKind failing, String retry, boolean check, boolean waits) {

    /**
     * Returns the key for a verdict.
     *
     * @param safe whether the request method is safe
     */
    public static PublicMessageKey of(Verdict verdict, boolean safe) {
        var status = verdict.status();
        var wait = verdict.retryAfter();
        var retry = wait == null ? defaultRetry(status.code()) : retry(wait);
        // Retrying an unsafe request might repeat its side effects.
        boolean check = status.isServerError() && (status.code() == 504 || !safe);
        return new PublicMessageKey(status, Hop.failing(verdict), retry, check, wait != null);
    }

    /** Returns the key for a preview, in which wait and request are unknown. */
    static PublicMessageKey foreseen(Status status) {
        return new PublicMessageKey(
                status, HopKind.APPLICATION, defaultRetry(status.code()), status.isServerError(), false);
    }

    private static String defaultRetry(int code) {
        return code == 502 ? "retry.minute" : "retry.minutes";
    }

    private static String retry(Duration wait) {
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
