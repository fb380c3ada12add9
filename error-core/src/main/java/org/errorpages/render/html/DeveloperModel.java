package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.hint.Hint;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.SafeText;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ReportView;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.TimeText;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Hop;
import org.errorpages.report.HopDetails;
import org.errorpages.report.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * The names that only the developer's template may use.
 *
 * @param report the report
 * @param view its parts for developers
 * @param preview the page that the public would see, or null where it has a style of the application's own
 * @param languages the tags of the languages in which the public is answered
 * @param detail how much of it is shown
 */
record DeveloperModel(
        ErrorReport report,
        ReportView.Developer view,
        @Nullable String preview,
        List<String> languages,
        PageDetail detail) {

    /** How much a page shows, each less than the one before: a page that exceeds a bound is made again with less. */
    enum PageDetail {
        WHOLE,
        WITHOUT_COPIES,
        WITHOUT_SOURCES
    }

    private static final int MAX_COMMENTED = 10;

    /** More differences are shown below only. */
    private static final int MAX_DIFFERENCES = 2;

    private static final int MAX_WORD = 32;

    /** Longer copies are cut at a line: nobody pastes more. */
    private static final int MAX_COPY = 60_000;

    /** The location of a frame whose class has line numbers. */
    private static final Pattern LINE = Pattern.compile("(.+):\\d+");

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32'"
                    + " height='32' rx='6' fill='%23b3261e'/%3E%3Ctext x='16' y='21' fill='white' font-size='14'"
                    + " font-family='sans-serif' font-weight='bold' text-anchor='middle'%3ECODE%3C/text%3E%3C/svg%3E";

    Map<String, Object> names() {
        var developer = view.report();
        var code = Integer.toString(report.status().code());
        var decision = developer.decision();
        var because = decision.because();
        var loser = because.runnerUp();
        var request = developer.request();
        var hints = PageModel.list(developer.hints(), DeveloperModel::hint);
        var seen = developer.seen();
        var origin = developer.origin();
        var editor = origin == null ? null : origin.editor();
        boolean withSources = detail != PageDetail.WITHOUT_SOURCES;
        var causes = new CauseModel(view, messages(), withSources);
        return PageModel.map(
                "title", code + " " + developer.diagnosis(),
                "icon", ICON.replace("CODE", code).replace(" ", "%20"),
                "diagnosis", developer.diagnosis(),
                "comment", comment(),
                "request", request.line(),
                "handler", request.handler(),
                "headers", rows(view.headers()),
                "sections", PageModel.list(view.details(), DeveloperModel::section),
                "runtime", PageModel.orNull(rows(view.runtime())),
                "hops", PageModel.list(report.hops(), this::hop),
                "rule", because.rule(),
                "source", because.source(),
                "depth", Integer.toString(because.depth()),
                "decisive", because.decisiveClass(),
                "loser", loser == null ? null : loser.rule(),
                "loserSource", loser == null ? null : loser.source(),
                "proxyError", decision.proxyError(),
                "steps", PageModel.orNull(decision.explanation()),
                "recurrence", developer.recurrence() == null ? null : recurrence(developer.recurrence()),
                "causes", PageModel.orNull(causes.causes()),
                "sources", PageModel.orNull(causes.sources()),
                "noSource", origin == null || !withSources ? null : noSource(origin),
                "editor", editor == null ? null : editor.url(),
                "hints", PageModel.orNull(hints),
                "receipt", PageModel.orNull(view.receipt()),
                "preview", preview,
                "languages", languages(developer.recurrence()),
                "publicJson", cut(new String(new ProblemJsonRenderer().render(seen), StandardCharsets.UTF_8)),
                "publicText", cut(TextRenderer.text(ReportView.of(seen))),
                "publicLang", seen.messages().tag(),
                "publicDir", seen.messages().direction(),
                "copies", detail == PageDetail.WHOLE ? copies() : null);
    }

    private Messages messages() {
        return report.messages();
    }

    /** Explains why the frame to look at has no source; null where it has one. */
    private @Nullable String noSource(FrameReport origin) {
        if (origin.source() != null) {
            return null;
        }
        var line = LINE.matcher(origin.location());
        return line.matches()
                ? messages().get("dev.source.none", "file", line.group(1))
                : messages().get("dev.source.unknown", "call", origin.call());
    }

    /** For readers of the bytes, such as in a terminal; as it is escaped it cannot end the comment. */
    private String comment() {
        return view.report().causes().stream()
                .flatMap(cause -> cause.frames().stream())
                .filter(FrameReport::applicationCode)
                .limit(MAX_COMMENTED)
                .map(frame -> "\n  at " + frame.text())
                .collect(Collectors.joining("", view.report().diagnosis(), ""));
    }

    private @Nullable List<Map<String, Object>> languages(@Nullable Recurrence recurrence) {
        return recurrence == null || recurrence.path() == null
                ? null
                : PageModel.orNull(languages.stream()
                        .map(tag -> PageModel.map("tag", tag, "href", recurrence.path() + "/public/" + tag))
                        .toList());
    }

    private Map<String, Object> hop(Hop hop) {
        var model = PageModel.hop(hop);
        view.report().evidence().stream()
                .filter(evidence -> evidence.place() == hop.place())
                .findFirst()
                .ifPresent(evidence -> model.putAll(evidence(evidence)));
        return model;
    }

    private static Map<String, Object> evidence(HopDetails evidence) {
        return PageModel.map("facts", PageModel.orNull(evidence.facts()), "next", PageModel.orNull(evidence.next()));
    }

    private Map<String, Object> recurrence(Recurrence recurrence) {
        var differences = recurrence.differences();
        int more = differences.size() - MAX_DIFFERENCES;
        var first = differences.subList(0, Math.min(differences.size(), MAX_DIFFERENCES));
        return PageModel.map(
                "text", times(recurrence),
                "path", recurrence.path(),
                "differences", PageModel.orNull(PageModel.list(differences, DeveloperModel::difference)),
                "differing", PageModel.list(first, this::shortDifference),
                "more", more > 0 ? messages().get("dev.differences.more", "count", Integer.toString(more)) : null);
    }

    private String times(Recurrence recurrence) {
        if (recurrence.last() == null) {
            return messages().get("dev.recurrence.first");
        }
        var times = Long.toString(recurrence.times());
        return messages().get("dev.recurrence", Map.of("count", times, "time", TimeText.clock(recurrence.first())));
    }

    private static Map<String, Object> difference(Recurrence.Difference difference) {
        return PageModel.map("name", difference.name(), "before", difference.before(), "now", difference.now());
    }

    private Map<String, Object> shortDifference(Recurrence.Difference difference) {
        return PageModel.map(
                "name", difference.name(), "before", word(difference.before()), "now", word(difference.now()));
    }

    private String word(String value) {
        return value.isEmpty() ? view.orAbsent(value) : SafeText.words(value, MAX_WORD);
    }

    private static Map<String, Object> hint(Hint hint) {
        return PageModel.map(
                "title", hint.title(),
                "text", hint.text(),
                "steps", PageModel.orNull(hint.steps()),
                "link", hint.link());
    }

    private Map<String, Object> copies() {
        var whole = new ReportView(report, view);
        return PageModel.map(
                "markdown", cut(MarkdownRenderer.text(whole)),
                "text", cut(TextRenderer.text(whole)),
                "curl", String.join("\n", view.curl()));
    }

    private static String cut(String text) {
        return text.length() <= MAX_COPY ? text : text.substring(0, text.lastIndexOf('\n', MAX_COPY) + 1) + "…\n";
    }

    private static Map<String, Object> section(ReportView.Section section) {
        return PageModel.map("title", section.title(), "rows", rows(section));
    }

    private static List<Map<String, Object>> rows(ReportView.Section section) {
        return PageModel.list(
                section.rows(),
                row -> PageModel.map("label", row.label(), "value", row.value(), "hidden", row.hidden()));
    }
}
