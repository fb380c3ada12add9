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

/** Formats the one sentence about a failure and its location. */
record Diagnosis(Messages messages) {

    /** Leaves room for the JVM's message about a null in a chain of calls. */
    private static final int MAX_SENTENCE = 175;

    /** The expressions in the JVM's message about a null (JEP 358). */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,300}+\"");

    private static final Pattern PACKAGE =
            Pattern.compile("(?<![\\w.$])(?:[a-z_]\\w*+\\.)++(?=[A-Z][A-Z0-9_]{0,99}[a-z])");

    /** Returns the sentence about a status that was sent. */
    String ofStatus(Status status, String message) {
        return sentence("dev.diagnosis.sent", message, Map.of("status", status.toString()));
    }

    /**
     * Returns the sentence about a throwable.
     *
     * @param className the binary name of the root cause's class
     * @param message the message of the root cause, possibly empty
     * @param origin the frame in application code nearest to the root cause, or null
     */
    String ofThrowable(String className, String message, @Nullable FrameReport origin) {
        var values = new HashMap<String, String>();
        values.put("exception", SafeThrowable.simpleName(className));
        var shortMessage = className.equals("java.lang.NullPointerException") ? withoutPackages(message) : message;
        if (origin == null) {
            return sentence("dev.diagnosis.nowhere", shortMessage, values);
        }
        values.put("call", origin.call());
        values.put("location", origin.location());
        return sentence("dev.diagnosis", shortMessage, values);
    }

    /** Shortens the quoted expressions; the cause report contains the full message. */
    private static String withoutPackages(String message) {
        return QUOTED.matcher(message)
                .replaceAll(quoted -> Matcher.quoteReplacement(
                        SafeThrowable.sourceName(PACKAGE.matcher(quoted.group()).replaceAll(""))));
    }

    /** Uses the first line of the message only. */
    private String sentence(String key, String message, Map<String, String> values) {
        var first = message.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        var all = new HashMap<>(values);
        all.put("message", first);
        return SafeText.truncateAtWord(messages.get(first.isEmpty() ? key : key + ".message", all), MAX_SENTENCE);
    }
}
