package org.errorpages.report;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.SafeText;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * The text of a public page for the user.
 *
 * @param explanation the explanation of the failure
 * @param detail a sentence from the application, or null
 * @param steps the steps to take now, in order
 */
public record UserMessage(String title, String explanation, @Nullable String detail, List<String> steps) {

    private static final int MAX_DETAIL = 500;
    private static final String RETRY = "{retry}";

    public UserMessage {
        steps = List.copyOf(steps);
    }

    /** Returns the message for a key, with the detail bounded and on one line. */
    public static UserMessage of(PublicMessageKey key, @Nullable String detail, Site site, Messages messages) {
        int code = key.status().code();
        var steps = steps(key, messages);
        steps.add(messages.get(site.contact() == null ? "todo.quote" : "todo.contact"));
        return new UserMessage(
                messages.forStatus(code, "title"),
                messages.forStatus(code, "what"),
                detail == null ? null : SafeText.line(detail, MAX_DETAIL),
                steps);
    }

    /** Returns the message for a preview, in which there's no incident id to quote. */
    public static UserMessage previewFor(Status status, Messages messages) {
        int code = status.code();
        // The texts of 502 and 504 mention a server behind this application, which a gateway doesn't know.
        var what = status.isGatewayError() ? messages.get("class.5xx.what") : messages.forStatus(code, "what");
        return new UserMessage(
                messages.forStatus(code, "title"), what, null, steps(PublicMessageKey.previewFor(status), messages));
    }

    private static List<String> steps(PublicMessageKey key, Messages messages) {
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
