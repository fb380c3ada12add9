package org.errorpages.report;

import java.time.Duration;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;

/**
 * All of a failure on which it depends what the public is told, but for what differs from one failure to the next: its
 * number, its time, the seconds of its wait, and a sentence of the application.
 *
 * <p>There are few of them, and none holds anything that a client has sent.
 *
 * @param status the status
 * @param failing the place at which the request failed
 * @param retry the key of the phrase that says when to try again
 * @param check whether who tries again has to check first what has been done
 * @param waits whether it is known when a client may come again
 */
public record PublicMessageKey(Status status, HopKind failing, String retry, boolean check, boolean waits) {

    /**
     * Returns the wording of a verdict.
     *
     * @param safe whether the request asked for nothing but to be shown something
     */
    public static PublicMessageKey of(Verdict verdict, boolean safe) {
        var status = verdict.status();
        var wait = verdict.retryAfter();
        var retry = wait == null ? usual(status.code()) : phrase(wait);
        // Who did more than look may do it twice by trying again.
        boolean check = status.isServerError() && (status.code() == 504 || !safe);
        return new PublicMessageKey(status, Hop.failing(verdict), retry, check, wait != null);
    }

    /** By hand, as wordings are compared for each answer: what the compiler makes goes through method handles. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PublicMessageKey that
                && status.code() == that.status.code()
                && failing == that.failing
                && retry.equals(that.retry)
                && check == that.check
                && waits == that.waits;
    }

    @Override
    public int hashCode() {
        return status.code() * 31 + retry.hashCode() + (check ? 1 : 0) + (waits ? 2 : 0);
    }

    /** Returns the wording of a failure that has not happened yet: nobody knows the wait, or the request. */
    static PublicMessageKey foreseen(Status status) {
        return new PublicMessageKey(status, HopKind.APPLICATION, usual(status.code()), status.isServerError(), false);
    }

    private static String usual(int code) {
        return code == 502 ? "retry.minute" : "retry.minutes";
    }

    private static String phrase(Duration wait) {
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
