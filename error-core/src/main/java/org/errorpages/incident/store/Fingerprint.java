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
 * Identifies similar failures: by root cause, frames of application code, and deciding rule.
 *
 * <p>Leaves out line numbers and the numbers of compilers and proxies, so it survives an edit of the class.
 *
 * @param text all of these in one text of bounded length
 */
record Fingerprint(String text) {

    private static final int MAX_FRAMES = 5;
    private static final int MAX_TEXT = 2_000;

    /** Matches the suffix of the name of a generated class. */
    private static final Pattern GENERATED = Pattern.compile(
            "(/0x|\\$\\$|_\\$\\$_|\\$MockitoMock\\$|\\$HibernateProxy\\$|\\$ByteBuddy\\$).*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static Fingerprint of(DeveloperReport report) {
        var rule = report.decision().reason().rule();
        var failure = report.causes().isEmpty() ? sent(report) : thrown(report.causes());
        return new Fingerprint(SafeText.line(rule + "\n" + failure, MAX_TEXT));
    }

    private static String sent(DeveloperReport report) {
        var handler = report.request().handler();
        return handler == null
                ? withoutNumbers(
                        FailureAttributes.RequestLine.of(report.request()).methodAndPath())
                : handler;
    }

    private static String thrown(List<CauseReport> causes) {
        var root = CauseReport.root(causes);
        return Stream.concat(Stream.of(typeName(root.className())), frames(root, causes))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> frames(CauseReport root, List<CauseReport> causes) {
        var application = Stream.concat(Stream.of(root), causes.stream())
                .map(cause -> cause.frames().stream()
                        .filter(FrameReport::applicationCode)
                        .toList())
                .filter(frames -> !frames.isEmpty())
                .findFirst();
        return application.orElse(root.frames()).stream().limit(MAX_FRAMES).map(Fingerprint::method);
    }

    private static String method(FrameReport frame) {
        return typeName(frame.className()) + "#" + withoutNumbers(frame.method());
    }

    private static String typeName(String className) {
        return withoutNumbers(GENERATED.matcher(className).replaceFirst(""));
    }

    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("0");
    }
}
