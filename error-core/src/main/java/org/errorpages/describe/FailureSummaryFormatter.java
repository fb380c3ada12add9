package org.errorpages.describe;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.PrintableText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameReport;
import org.errorpages.status.Status;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.trace.ApplicationCode;
import org.jspecify.annotations.Nullable;

/** Formats the sentence about what failed and where. */
public record FailureSummaryFormatter(Messages messages) {

    /** Leaves room for the JVM's message about a null in a chain of calls. */
    private static final int MAX_SENTENCE = 175;

    /** The expressions in the JVM's message about a null (JEP 358). */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{1,300}+\"");

    private static final Pattern PACKAGE =
            Pattern.compile("(?<![\\w.$])(?:[a-z_]\\w*+\\.)++(?=[A-Z][A-Z0-9_]{0,99}[a-z])");

    /** Returns the unredacted sentence about a throwable, for a log that contains the stack trace anyway. */
    public String ofThrowable(Throwable thrown, ApplicationCode code) {
        var chain = CauseChain.of(thrown);
        var root = chain.innermostCause();
        var origin = code.nearestToRoot(chain);
        var place = origin == null
                ? Map.<String, String>of()
                : place(ApplicationCode.call(origin), ApplicationCode.location(origin));
        return of(root.className(), root.message(), place);
    }

    /**
     * Returns the sentence about a root cause.
     *
     * @param origin the frame in application code nearest to the root cause, or null
     */
    String ofCause(CauseReport root, @Nullable FrameReport origin) {
        var place = origin == null ? Map.<String, String>of() : place(origin.call(), origin.location());
        return of(root.className(), root.message(), place);
    }

    /** Returns the sentence about a status that was sent. */
    String ofStatus(Status status, String message) {
        return sentence("dev.diagnosis.sent", message, Map.of("status", status.toString()));
    }

    private static Map<String, String> place(String call, String location) {
        return Map.of("call", call, "location", location);
    }

    private String of(String className, String message, Map<String, String> place) {
        var values = new HashMap<>(place);
        values.put("exception", SafeThrowable.simpleName(className));
        return sentence(
                place.isEmpty() ? "dev.diagnosis.nowhere" : "dev.diagnosis",
                className.equals("java.lang.NullPointerException") ? withoutPackages(message) : message,
                values);
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
        return PrintableText.truncateAtWord(messages.get(first.isEmpty() ? key : key + ".message", all), MAX_SENTENCE);
    }
}
