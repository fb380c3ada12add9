package org.errorpages.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What is said to the person in front of the screen.
 *
 * @param title the heading
 * @param what what happened
 * @param detail a sentence of the application, or null
 * @param todo what to do now, in order
 */
public record Advice(String title, String what, @Nullable String detail, List<String> todo) {

    private static final int MAX_DETAIL = 500;
    private static final String RETRY = "{retry}";

    public Advice {
        todo = List.copyOf(todo);
    }

    static Advice of(Verdict verdict, RequestFacts facts, Site site, Messages messages) {
        int code = verdict.status().code();
        var detail = verdict.publicDetail();
        var todo = steps(verdict.status(), verdict.retryAfter(), facts.safe(), messages);
        todo.add(messages.get(site.contact() == null ? "todo.quote" : "todo.contact"));
        return new Advice(
                messages.ofStatus(code, "title"),
                messages.ofStatus(code, "what"),
                detail == null ? null : ForeignText.line(detail, MAX_DETAIL),
                todo);
    }

    /** Returns what can be said beforehand: nobody knows yet the wait, the request, or a number to quote. */
    static Advice foreseen(Status status, Messages messages) {
        int code = status.code();
        // The texts of 502 and 504 tell of a server behind this application, of which a gateway knows nothing.
        var what = status.isGatewayError() ? messages.get("class.5xx.what") : messages.ofStatus(code, "what");
        return new Advice(messages.ofStatus(code, "title"), what, null, steps(status, null, false, messages));
    }

    private static List<String> steps(Status status, @Nullable Duration wait, boolean safe, Messages messages) {
        int code = status.code();
        var steps = new ArrayList<String>();
        var step = messages.ofStatus(code, "todo");
        steps.add(sentence(step.replace(RETRY, messages.get(retryPhrase(code, wait)))));
        // Who did more than look may do it twice by trying again.
        if (step.contains(RETRY) && status.isServerError() && (code == 504 || !safe)) {
            steps.add(messages.get("todo.check"));
        }
        return steps;
    }

    private static String retryPhrase(int code, @Nullable Duration wait) {
        if (wait == null) {
            return code == 502 ? "retry.minute" : "retry.minutes";
        }
        return retryPhrase(wait);
    }

    private static String retryPhrase(Duration wait) {
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

    /** A phrase that begins the sentence begins it with a capital, in scripts that have them. */
    private static String sentence(String text) {
        int first = text.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(text, Character.charCount(first), text.length())
                .toString();
    }
}
