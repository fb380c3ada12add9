package org.errorpages.incident.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.FrameReport;

/**
 * By what a failure is known again: the root cause, where the application's own code was, and the rule that decided.
 *
 * <p>No line numbers, which change with every edit, and no numbers that a compiler or a proxy gives: the same failure is
 * known again after the class was compiled anew.
 *
 * @param text all that in one text, of bounded length
 */
record Fingerprint(String text) {

    private static final int MOST_FRAMES = 5;
    private static final int MAX_TEXT = 2_000;

    /** What follows the name of a class that a library or the virtual machine has made of another one. */
    private static final Pattern MADE = Pattern.compile(
            "(/0x|\\$\\$|_\\$\\$_|\\$MockitoMock\\$|\\$HibernateProxy\\$|\\$ByteBuddy\\$).*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static Fingerprint of(DeveloperReport report) {
        var rule = report.decision().because().rule();
        var what = report.causes().isEmpty() ? sent(report) : thrown(report.causes());
        return new Fingerprint(SafeText.line(rule + "\n" + what, MAX_TEXT));
    }

    private static String sent(DeveloperReport report) {
        var handler = report.request().handler();
        return handler == null ? withoutNumbers(RequestLine.of(report.request()).place()) : handler;
    }

    private static String thrown(List<CauseReport> causes) {
        var root = CauseReport.root(causes);
        return Stream.concat(Stream.of(typeName(root.className())), frames(root, causes))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> frames(CauseReport root, List<CauseReport> causes) {
        var own = Stream.concat(Stream.of(root), causes.stream())
                .map(cause -> cause.frames().stream().filter(FrameReport::applicationCode).toList())
                .filter(frames -> !frames.isEmpty())
                .findFirst();
        return own.orElse(root.frames()).stream().limit(MOST_FRAMES).map(Fingerprint::call);
    }

    private static String call(FrameReport frame) {
        return typeName(frame.className()) + "#" + withoutNumbers(frame.method());
    }

    private static String typeName(String className) {
        return withoutNumbers(MADE.matcher(className).replaceFirst(""));
    }

    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("0");
    }
}
