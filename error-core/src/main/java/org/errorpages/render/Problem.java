package org.errorpages.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Hint;
import org.errorpages.report.Snippet;
import org.errorpages.status.Because;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The problem details of a report, in the order in which they are written (RFC 9457, section 3).
 *
 * <p>Extension members: {@code incident}, {@code hop}, {@code todo}, {@code contact}, {@code retry_after}; for a permitted developer
 * {@code developer}.
 *
 * @param members names and values; a value is a String, a Long, a Boolean, a Problem or a List of these
 */
record Problem(List<Member> members) {

    record Member(String name, Object value) {}

    Problem {
        members = List.copyOf(members);
    }

    static Problem of(ErrorReport report) {
        var advice = report.advice();
        var incident = report.incident();
        var detail = advice.detail() == null ? advice.what() : advice.what() + " " + advice.detail();
        return new Members()
                .with("type", "about:blank")
                .with("title", advice.title())
                .with("status", (long) report.status().code())
                .with("detail", detail)
                .with("instance", incident == null ? null : incident.urn())
                .with("incident", incident == null ? null : incident.toString())
                .with("hop", name(report.failingHop().place()))
                .with("todo", advice.todo())
                .with("contact", report.site().contactUrl())
                .with("retry_after", report.retryAfterSeconds() > 0 ? report.retryAfterSeconds() : null)
                .with("developer", developer(report))
                .build();
    }

    private static @Nullable Problem developer(ErrorReport report) {
        var developer = report.developer();
        return developer == null ? null : developer(developer, report.messages());
    }

    private static Problem developer(DeveloperReport developer, Messages messages) {
        return new Members()
                .with("diagnosis", developer.diagnosis())
                .with("because", because(developer.decision().because()))
                .with(
                        "closest_loser",
                        developer
                                .decision()
                                .because()
                                .loser()
                                .map(Problem::because)
                                .orElse(null))
                .with("explanation", developer.decision().explanation())
                .with("proxy_error", developer.decision().proxyError())
                .with("request", developer.request().line())
                .with("handler", developer.request().handler())
                .with(
                        "headers",
                        developer.request().headers().stream()
                                .map(field -> field.name() + ": " + field.shown(messages))
                                .toList())
                .with("hints", hints(developer))
                .with("causes", developer.causes().stream().map(Problem::cause).toList())
                .build();
    }

    private static Problem because(Because because) {
        return new Members()
                .with("rule", because.rule())
                .with("source", because.source())
                .with("exception", because.decisive())
                .with("depth", (long) because.depth())
                .build();
    }

    private static @Nullable List<Problem> hints(DeveloperReport developer) {
        return developer.hints().isEmpty()
                ? null
                : developer.hints().stream().map(Problem::hint).toList();
    }

    private static Problem hint(Hint hint) {
        return new Members()
                .with("title", hint.title())
                .with("text", hint.text())
                .with("steps", hint.steps())
                .with("cause", (long) hint.cause())
                .with("link", hint.link())
                .build();
    }

    private static Problem cause(CauseReport cause) {
        return new Members()
                .with("relation", name(cause.relation()))
                .with("exception", cause.className())
                .with("message", cause.message().isEmpty() ? null : cause.message())
                .with("depth", (long) cause.depth())
                .with("wrapper", cause.wrapper() ? true : null)
                .with("told_elsewhere", cause.seenAbove() ? true : null)
                .with("source", source(cause.source()))
                .with("frames", cause.frames().stream().map(FrameReport::text).toList())
                .with("omitted_frames", cause.omittedFrames() > 0 ? (long) cause.omittedFrames() : null)
                .with("common_frames", cause.commonFrames() > 0 ? (long) cause.commonFrames() : null)
                .with("repeats", cause.repeats().isEmpty() ? null : repeats(cause))
                .with("omitted_causes", cause.omittedCauses() > 0 ? (long) cause.omittedCauses() : null)
                .build();
    }

    private static List<Problem> repeats(CauseReport cause) {
        return cause.repeats().stream()
                .map(repeat -> new Members()
                        .with("first", (long) repeat.first())
                        .with("frames", (long) repeat.length())
                        .with("times", (long) repeat.times())
                        .build())
                .toList();
    }

    private static @Nullable Problem source(@Nullable Snippet source) {
        return source == null
                ? null
                : new Members()
                        .with("file", source.file())
                        .with("line", (long) source.markedLine())
                        .with("first_line", (long) source.firstLine())
                        .with("newer_than_class", source.newer() ? true : null)
                        .with("lines", source.lines())
                        .with("place", source.place())
                        .build();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static final class Members {

        private final List<Member> members = new ArrayList<>();

        /** Adds a member, unless it says nothing (RFC 9457, section 3.1: absent rather than null). */
        Members with(String name, @Nullable Object value) {
            if (value != null) {
                members.add(new Member(name, value));
            }
            return this;
        }

        Problem build() {
            return new Problem(members);
        }
    }
}
