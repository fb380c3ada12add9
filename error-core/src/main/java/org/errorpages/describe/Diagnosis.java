package org.errorpages.describe;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.SafeText;
import org.errorpages.report.FrameReport;
import org.errorpages.status.Status;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * The one sentence that says what happened where.
 *
 * @param messages the texts of the language it is said in
 */
record Diagnosis(Messages messages) {

    /** Room for what the JVM says of a null in a chain of calls. */
    private static final int MAX_SENTENCE = 175;

    /** What the JVM quotes where it says what was null (JEP 358). */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,300}+\"");

    private static final Pattern PACKAGE =
            Pattern.compile("(?<![\\w.$])(?:[a-z_]\\w*+\\.)++(?=[A-Z][A-Z0-9_]{0,99}[a-z])");

    /** Returns the sentence about a status that was sent. */
    String of(Status status, String message) {
        return sentence("dev.diagnosis.sent", message, Map.of("status", status.toString()));
    }

    /**
     * Returns the sentence about what was thrown.
     *
     * @param className the binary name of the class of the root
     * @param message its message, perhaps empty
     * @param origin the frame of the application nearest to it, or null
     */
    String of(String className, String message, @Nullable FrameReport origin) {
        var exception = Map.of("exception", SafeThrowable.simpleName(className));
        var told = className.equals("java.lang.NullPointerException") ? withoutPackages(message) : message;
        if (origin == null) {
            return sentence("dev.diagnosis.nowhere", told, exception);
        }
        var place = new HashMap<>(exception);
        place.put("call", origin.call());
        place.put("location", origin.location());
        return sentence("dev.diagnosis", told, place);
    }

    /** A sentence has no room for packages; those of the message stand with the cause. */
    private static String withoutPackages(String message) {
        return QUOTED.matcher(message).replaceAll(found -> Matcher.quoteReplacement(named(found.group())));
    }

    private static String named(String quoted) {
        return SafeThrowable.nested(PACKAGE.matcher(quoted).replaceAll(""));
    }

    /** Of a message the first line is told; all of it stands with its cause. */
    private String sentence(String key, String message, Map<String, String> values) {
        var first = message.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        var all = new HashMap<>(values);
        all.put("message", first);
        return SafeText.words(messages.get(first.isEmpty() ? key : key + ".message", all), MAX_SENTENCE);
    }
}
