package org.errorpages.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.errorpages.hint.Hint;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Recurrence;
import org.errorpages.report.Snippet;
import org.errorpages.status.Because;
import org.jspecify.annotations.Nullable;

/**
 * Turns a report into the members of problem details, in the order in which they are written (RFC 9457, section 3).
 *
 * <p>Extension members: {@code incident}, {@code hop}, {@code todo}, {@code contact}, {@code retry_after}; for a permitted developer
 * {@code developer}.
 *
 * <p>A value is a String, a Long, a Boolean, a Map of members or a List of these. A member without a value is absent
 * rather than null (section 3.1).
 */
final class Problem {

    private Problem() {}

    static Map<String, Object> of(ReportView view) {
        var report = view.report();
        var advice = report.advice();
        var incident = report.incident();
        return members(
                "type",
                "about:blank",
                "title",
                advice.title(),
                "status",
                (long) report.status().code(),
                "detail",
                advice.detail() == null ? advice.what() : advice.what() + " " + advice.detail(),
                "instance",
                incident == null ? null : incident.urn(),
                "incident",
                incident == null ? null : incident.toString(),
                "hop",
                name(report.failingHop().place()),
                "todo",
                advice.todo(),
                "contact",
                report.site().contactUrl(),
                "retry_after",
                report.retryAfterSeconds() > 0 ? report.retryAfterSeconds() : null,
                "developer",
                view.developer() == null ? null : developer(view.developer()));
    }

    private static Map<String, Object> developer(ReportView.Developer developer) {
        var report = developer.report();
        var decision = report.decision();
        var details = new LinkedHashMap<String, Object>();
        developer.details().forEach(section -> details.put(section.name(), section.lines()));
        return members(
                "diagnosis", report.diagnosis(),
                "because", because(decision.because()),
                "closest_loser",
                        decision.because().loser().map(Problem::because).orElse(null),
                "explanation", decision.explanation(),
                "proxy_error", decision.proxyError(),
                "request", report.request().line(),
                "handler", report.request().handler(),
                "headers", developer.headers().lines(),
                "details", details,
                "hints", hints(report),
                "causes", report.causes().stream().map(Problem::cause).toList(),
                "runtime", developer.runtime().lines(),
                "hidden", hidden(report),
                "recurrence", report.recurrence() == null ? null : recurrence(report.recurrence()));
    }

    private static List<Map<String, Object>> hidden(DeveloperReport report) {
        return report.hidden().stream()
                .map(line -> members("rule", line.rule(), "values", (long) line.values()))
                .toList();
    }

    private static Map<String, Object> recurrence(Recurrence recurrence) {
        return members(
                "times", recurrence.times(),
                "first", recurrence.first().toString(),
                "last", Objects.toString(recurrence.last(), null),
                "differences",
                        recurrence.differences().stream()
                                .map(Problem::difference)
                                .toList(),
                "incident", recurrence.path());
    }

    private static Map<String, Object> difference(Recurrence.Difference difference) {
        return members("name", difference.name(), "before", difference.before(), "now", difference.now());
    }

    private static Map<String, Object> because(Because because) {
        return members(
                "rule", because.rule(),
                "source", because.source(),
                "exception", because.decisive(),
                "depth", (long) because.depth());
    }

    private static @Nullable List<Map<String, Object>> hints(DeveloperReport report) {
        return report.hints().isEmpty()
                ? null
                : report.hints().stream().map(Problem::hint).toList();
    }

    private static Map<String, Object> hint(Hint hint) {
        return members(
                "title", hint.title(),
                "text", hint.text(),
                "steps", hint.steps(),
                "cause", (long) hint.cause(),
                "link", hint.link());
    }

    private static Map<String, Object> cause(CauseReport cause) {
        return members(
                "relation",
                name(cause.relation()),
                "exception",
                cause.className(),
                "message",
                cause.message().isEmpty() ? null : cause.message(),
                "depth",
                (long) cause.depth(),
                "wrapper",
                cause.wrapper() ? true : null,
                "told_elsewhere",
                cause.seenAbove() ? true : null,
                "source",
                cause.source() == null ? null : source(cause.source()),
                "frames",
                cause.frames().stream().map(FrameReport::text).toList(),
                "omitted_frames",
                positive(cause.omittedFrames()),
                "common_frames",
                positive(cause.commonFrames()),
                "repeats",
                cause.repeats().isEmpty() ? null : repeats(cause),
                "omitted_causes",
                positive(cause.omittedCauses()));
    }

    private static @Nullable Long positive(int count) {
        return count > 0 ? (long) count : null;
    }

    private static List<Map<String, Object>> repeats(CauseReport cause) {
        return cause.repeats().stream()
                .map(repeat -> members(
                        "first", (long) repeat.first(),
                        "frames", (long) repeat.length(),
                        "times", (long) repeat.times()))
                .toList();
    }

    private static Map<String, Object> source(Snippet source) {
        return members(
                "file",
                source.file(),
                "line",
                (long) source.markedLine(),
                "first_line",
                (long) source.firstLine(),
                "newer_than_class",
                source.newer() ? true : null,
                "lines",
                source.lines(),
                "place",
                source.place());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> members(@Nullable Object... namesAndValues) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                members.put(Objects.toString(namesAndValues[i]), value);
            }
        }
        return members;
    }
}
