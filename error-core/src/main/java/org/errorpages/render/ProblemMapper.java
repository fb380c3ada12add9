package org.errorpages.render;

import static org.errorpages.render.ReportView.list;
import static org.errorpages.render.ReportView.map;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.errorpages.hint.Hint;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport.Recurrence;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Snippet;
import org.errorpages.status.Verdict.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Converts a report to the ordered members of problem details (RFC 9457, section 3).
 *
 * <p>Extension members: {@code incident}, {@code hop}, {@code todo}, {@code contact}, {@code retry_after}; for a permitted
 * developer {@code developer}.
 *
 * <p>A value is a String, a Number, a Boolean, a Map of members or a List of these. A member without a value is absent
 * rather than null (section 3.1).
 */
final class ProblemMapper {

    private ProblemMapper() {}

    static Map<String, Object> of(ReportView view) {
        var report = view.report();
        var advice = report.userMessage();
        var incident = report.incidentId();
        return map(
                "type", "about:blank",
                "title", advice.title(),
                "status", report.status().code(),
                "detail", advice.detail() == null ? advice.explanation() : advice.explanation() + " " + advice.detail(),
                "instance", incident == null ? null : incident.urn(),
                "incident", Objects.toString(incident, null),
                "hop", name(report.failedHop().kind()),
                "todo", advice.steps(),
                "contact", report.site().contactUrl(),
                "retry_after", report.retryAfterSeconds() > 0 ? report.retryAfterSeconds() : null,
                "developer", view.developer() == null ? null : developer(view.developer()));
    }

    private static Map<String, Object> developer(ReportView.Developer developer) {
        var report = developer.report();
        var decision = report.decision();
        var runnerUp = decision.reason().runnerUp();
        var details = new LinkedHashMap<String, Object>();
        developer.details().forEach(section -> details.put(section.name(), section.lines()));
        return map(
                "diagnosis", report.diagnosis(),
                "because", reason(decision.reason()),
                "closest_loser", runnerUp == null ? null : reason(runnerUp),
                "explanation", decision.explanation(),
                "proxy_error", decision.proxyError(),
                "request", report.request().requestLine(),
                "handler", report.request().handler(),
                "headers", developer.headers().lines(),
                "details", details,
                "hints", report.hints().isEmpty() ? null : list(report.hints(), ProblemMapper::hint),
                "causes", list(report.causes(), ProblemMapper::cause),
                "runtime", developer.runtime().lines(),
                "hidden", list(report.redactions(), count -> map("rule", count.rule(), "values", count.count())),
                "recurrence", report.recurrence() == null ? null : recurrence(report.recurrence()));
    }

    private static Map<String, Object> recurrence(Recurrence recurrence) {
        var differences = list(
                recurrence.differences(), each -> map("name", each.name(), "before", each.before(), "now", each.now()));
        return map(
                "times", recurrence.occurrences(),
                "first", recurrence.first().toString(),
                "last", Objects.toString(recurrence.previous(), null),
                "differences", differences,
                "incident", recurrence.path());
    }

    private static Map<String, Object> reason(Reason reason) {
        return map(
                "rule", reason.rule(),
                "source", reason.source(),
                "exception", reason.decisiveClass(),
                "depth", reason.depth());
    }

    private static Map<String, Object> hint(Hint hint) {
        return map(
                "title", hint.title(),
                "text", hint.text(),
                "steps", hint.steps(),
                "cause", hint.cause(),
                "link", hint.link());
    }

    private static Map<String, Object> cause(CauseReport cause) {
        var source = cause.source();
        var repeats = list(
                cause.cycles(),
                cycle -> map("first", cycle.first(), "frames", cycle.length(), "times", cycle.repetitions()));
        return map(
                "relation", name(cause.relation()),
                "exception", cause.className(),
                "message", cause.message().isEmpty() ? null : cause.message(),
                "depth", cause.depth(),
                "wrapper", whenTrue(cause.wrapper()),
                "told_elsewhere", whenTrue(cause.duplicate()),
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

    private static Map<String, Object> source(Snippet source) {
        return map(
                "file", source.file(),
                "line", source.markedLine(),
                "first_line", source.firstLine(),
                "newer_than_class", whenTrue(source.newerThanClass()),
                "lines", source.lines(),
                "place", source.location());
    }

    private static @Nullable Boolean whenTrue(boolean value) {
        return value ? true : null;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
