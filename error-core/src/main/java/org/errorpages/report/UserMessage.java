package org.errorpages.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.PrintableText;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The text of a public page for the user.
 *
 * @param detail a sentence from the application, or null
 * @param steps the steps to take now, in order
 */
public record UserMessage(String title, String explanation, @Nullable String detail, List<String> steps) {

    private static final int MAX_DETAIL = 500;
    private static final String RETRY = "{retry}";

    /**
     * Everything that selects the text of a public response, except the incident-specific fields and the application's
     * detail.
     *
     * <p>There are few different keys, and none contains client input.
     *
     * @param faultSide the side that failed
     * @param retryKey the key of the phrase about the time of a retry
     * @param checkFirst whether the user must check for side effects before a retry
     * @param waitKnown whether the wait before a retry is known
     */
    public record Key(Status status, FaultSide faultSide, String retryKey, boolean checkFirst, boolean waitKnown) {

        /**
         * Returns the key for a verdict.
         *
         * @param safe whether the request method is safe
         */
        public static Key of(Verdict verdict, boolean safe) {
            var status = verdict.status();
            var wait = verdict.retryAfter();
            var retry = wait == null ? defaultRetry(status.code()) : retryKey(wait);
            // Retrying an unsafe request might repeat its side effects.
            boolean check = status.isServerError() && (status.code() == 504 || !safe);
            return new Key(status, verdict.faultSide(), retry, check, wait != null);
        }

        /** Returns the key for a preview, in which wait and request are unknown. */
        static Key previewFor(Status status) {
            return new Key(status, FaultSide.SELF, defaultRetry(status.code()), status.isServerError(), false);
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

    public UserMessage {
        steps = List.copyOf(steps);
    }

    /** Returns the message for a key, with the detail bounded and on one line. */
    public static UserMessage of(Key key, @Nullable String detail, Site site, Messages messages) {
        int code = key.status().code();
        var steps = steps(key, messages);
        steps.add(messages.get(site.contact() == null ? "todo.quote" : "todo.contact"));
        return new UserMessage(
                messages.forStatus(code, "title"),
                messages.forStatus(code, "what"),
                detail == null ? null : PrintableText.line(detail, MAX_DETAIL),
                steps);
    }

    /** Returns the message for a preview, in which there's no incident id to quote. */
    public static UserMessage previewFor(Status status, Messages messages) {
        int code = status.code();
        // The texts of 502 and 504 mention a server behind this application, which a gateway doesn't know.
        var what = status.isGatewayError() ? messages.get("class.5xx.what") : messages.forStatus(code, "what");
        return new UserMessage(messages.forStatus(code, "title"), what, null, steps(Key.previewFor(status), messages));
    }

    private static List<String> steps(Key key, Messages messages) {
        var steps = new ArrayList<String>();
        var step = messages.forStatus(key.status().code(), "todo");
        steps.add(capitalize(step.replace(RETRY, messages.get(key.retryKey()))));
        if (step.contains(RETRY) && key.checkFirst()) {
            steps.add(messages.get("todo.check"));
        }
        return steps;
    }

    /** The retry phrase may be at the start of the sentence. */
    private static String capitalize(String text) {
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(text, Character.charCount(first), text.length())
                .toString();
    }
}
