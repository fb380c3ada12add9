package org.errorpages.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.errorpages.request.RequestFacts;
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
        return new Advice(
                messages.ofStatus(code, "title"),
                messages.ofStatus(code, "what"),
                detail == null ? null : ForeignText.line(detail, MAX_DETAIL),
                todo(verdict, facts, site, messages));
    }

    private static List<String> todo(Verdict verdict, RequestFacts facts, Site site, Messages messages) {
        int code = verdict.status().code();
        var todo = new ArrayList<String>();
        var step = messages.ofStatus(code, "todo");
        boolean retry = step.contains(RETRY);
        todo.add(sentence(step.replace(RETRY, messages.get(retryPhrase(verdict)))));
        // Who did more than look may do it twice by trying again.
        if (retry && verdict.status().isServerError() && (code == 504 || !facts.safe())) {
            todo.add(messages.get("todo.check"));
        }
        todo.add(messages.get(site.contact() == null ? "todo.quote" : "todo.contact"));
        return todo;
    }

    private static String retryPhrase(Verdict verdict) {
        var wait = verdict.retry().orElse(null);
        if (wait == null) {
            return verdict.status().code() == 502 ? "retry.minute" : "retry.minutes";
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
