package org.errorpages.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.errorpages.hint.Hint;
import org.errorpages.redact.RedactionCount;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Recurrence;
import org.errorpages.report.RecursionCycle;
import org.errorpages.report.Snippet;
import org.errorpages.status.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Turns a report into the members of problem details, in the order in which they are written (RFC 9457, section 3).
 *
 * <p>Extension members: {@code incident}, {@code hop}, {@code todo}, {@code contact}, {@code retry_after}; for a permitted developer
 * {@code developer}.
 *
 * <p>A value is a String, a Number, a Boolean, a Map of members or a List of these. A member without a value is absent
 * rather than null (section 3.1).
 */
final class Problem {

    private static final String BLANK = "about:blank";

    private Problem() {}

    static Map<String, Object> of(ReportView view) {
        var report = view.report();
        var advice = report.advice();
        var incident = report.incident();
        return members(
                "type", BLANK,
                "title", advice.title(),
                "status", report.status().code(),
                "detail", advice.detail() == null ? advice.what() : advice.what() + " " + advice.detail(),
                "instance", incident == null ? null : incident.urn(),
                "incident", Objects.toString(incident, null),
                "hop", name(report.failingHop().place()),
                "todo", advice.todo(),
                "contact", report.site().contactUrl(),
                "retry_after", report.retryAfterSeconds() > 0 ? report.retryAfterSeconds() : null,
                "developer", view.developer() == null ? null : developer(view.developer()));
    }

    private static Map<String, Object> developer(ReportView.Developer developer) {
        var report = developer.report();
        var decision = report.decision();
        var loser = decision.because().runnerUp();
        var details = new LinkedHashMap<String, Object>();
        developer.details().forEach(section -> details.put(section.name(), section.lines()));
        return members(
                "diagnosis", report.diagnosis(),
                "because", because(decision.because()),
                "closest_loser", loser == null ? null : because(loser),
                "explanation", decision.explanation(),
                "proxy_error", decision.proxyError(),
                "request", report.request().line(),
                "handler", report.request().handler(),
                "headers", developer.headers().lines(),
                "details", details,
                "hints", report.hints().isEmpty() ? null : list(report.hints(), Problem::hint),
                "causes", list(report.causes(), Problem::cause),
                "runtime", developer.runtime().lines(),
                "hidden", list(report.hidden(), Problem::hidden),
                "recurrence", report.recurrence() == null ? null : recurrence(report.recurrence()));
    }

    private static Map<String, Object> hidden(RedactionCount hidden) {
        return members("rule", hidden.rule(), "values", hidden.values());
    }

    private static Map<String, Object> recurrence(Recurrence recurrence) {
        return members(
                "times", recurrence.times(),
                "first", recurrence.first().toString(),
                "last", Objects.toString(recurrence.last(), null),
                "differences", list(recurrence.differences(), Problem::difference),
                "incident", recurrence.path());
    }

    private static Map<String, Object> difference(Recurrence.Difference difference) {
        return members("name", difference.name(), "before", difference.before(), "now", difference.now());
    }

    private static Map<String, Object> because(Reason because) {
        return members(
                "rule", because.rule(),
                "source", because.source(),
                "exception", because.decisiveClass(),
                "depth", because.depth());
    }

    private static Map<String, Object> hint(Hint hint) {
        return members(
                "title", hint.title(),
                "text", hint.text(),
                "steps", hint.steps(),
                "cause", hint.cause(),
                "link", hint.link());
    }

    private static Map<String, Object> cause(CauseReport cause) {
        var source = cause.source();
        var repeats = list(cause.repeats(), Problem::repeat);
        return members(
                "relation", name(cause.relation()),
                "exception", cause.className(),
                "message", cause.message().isEmpty() ? null : cause.message(),
                "depth", cause.depth(),
                "wrapper", whenTrue(cause.wrapper()),
                "told_elsewhere", whenTrue(cause.seenAbove()),
                "source", source == null ? null : source(source),
                "frames", cause.frames().stream().map(FrameReport::text).toList(),
                "omitted_frames", positive(cause.omittedFrames()),
                "common_frames", positive(cause.commonFrames()),
                "repeats", repeats.isEmpty() ? null : repeats,
                "omitted_causes", positive(cause.omittedCauses()));
    }

    private static @Nullable Integer positive(int count) {
        return count > 0 ? count : null;
    }

    private static Map<String, Object> repeat(RecursionCycle repeat) {
        return members("first", repeat.first(), "frames", repeat.length(), "times", repeat.times());
    }

    private static Map<String, Object> source(Snippet source) {
        return members(
                "file", source.file(),
                "line", source.markedLine(),
                "first_line", source.firstLine(),
                "newer_than_class", whenTrue(source.newer()),
                "lines", source.lines(),
                "place", source.place());
    }

    private static @Nullable Boolean whenTrue(boolean value) {
        return value ? true : null;
    }

    private static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> members) {
        return values.stream().map(members).toList();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a map of names and values, which alternate; a null value is left out. */
    static Map<String, Object> members(@Nullable Object... namesAndValues) {
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
