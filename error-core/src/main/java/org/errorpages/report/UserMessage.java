package org.errorpages.report;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.SafeText;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is said to the person in front of the screen.
 *
 * @param title the heading
 * @param what what happened
 * @param detail a sentence of the application, or null
 * @param todo what to do now, in order
 */
public record UserMessage(String title, String what, @Nullable String detail, List<String> todo) {

    private static final int MAX_DETAIL = 500;
    private static final String RETRY = "{retry}";

    public UserMessage {
        todo = List.copyOf(todo);
    }

    public static UserMessage of(PublicMessageKey wording, @Nullable String detail, Site site, Messages messages) {
        int code = wording.status().code();
        var todo = steps(wording, messages);
        todo.add(messages.get(site.contact() == null ? "todo.quote" : "todo.contact"));
        return new UserMessage(
                messages.ofStatus(code, "title"),
                messages.ofStatus(code, "what"),
                detail == null ? null : SafeText.line(detail, MAX_DETAIL),
                todo);
    }

    /** Returns what can be said beforehand, when there is no number to quote. */
    public static UserMessage foreseen(Status status, Messages messages) {
        int code = status.code();
        // The texts of 502 and 504 tell of a server behind this application, of which a gateway knows nothing.
        var what = status.isGatewayError() ? messages.get("class.5xx.what") : messages.ofStatus(code, "what");
        return new UserMessage(
                messages.ofStatus(code, "title"), what, null, steps(PublicMessageKey.foreseen(status), messages));
    }

    private static List<String> steps(PublicMessageKey wording, Messages messages) {
        var steps = new ArrayList<String>();
        var step = messages.ofStatus(wording.status().code(), "todo");
        steps.add(sentence(step.replace(RETRY, messages.get(wording.retry()))));
        if (step.contains(RETRY) && wording.check()) {
            steps.add(messages.get("todo.check"));
        }
        return steps;
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
