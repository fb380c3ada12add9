package org.errorpages.render.html;

import static org.errorpages.render.ReportView.list;
import static org.errorpages.render.ReportView.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.hint.Hint;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.PrintableText;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ReportView;
import org.errorpages.render.TextRenderer;
import org.errorpages.report.CauseReport;
import org.errorpages.report.CauseReport.Relation;
import org.errorpages.report.DeveloperReport.Recurrence;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.HopStatus;
import org.errorpages.report.Snippet;
import org.errorpages.source.SourceTokenizer;
import org.errorpages.source.SourceTokenizer.Token;
import org.errorpages.trace.FrameGrouper.FrameGroup;
import org.jspecify.annotations.Nullable;

/**
 * Builds the template variables of the developer page.
 *
 * @param view the developer part of the report
 * @param preview the public page, or null if it is a custom page
 * @param languages the tags of the languages of public pages
 */
record DeveloperModel(
        ErrorReport report,
        ReportView.Developer view,
        @Nullable String preview,
        List<String> languages,
        PageDetail detail) {

    /** The amount of detail, in falling order: a page that exceeds a bound is rendered again with the next one. */
    enum PageDetail {
        WHOLE,
        WITHOUT_COPIES,
        WITHOUT_SOURCES
    }

    private static final int MAX_COMMENT_FRAMES = 10;

    /** The number of differences in the summary. */
    private static final int MAX_DIFFERENCES = 2;

    private static final int MAX_DIFFERENCE_LENGTH = 32;

    /** Longer texts for the clipboard are cut after a line. */
    private static final int MAX_COPY = 60_000;

    /** The location of a frame whose class has line numbers. */
    private static final Pattern LINE = Pattern.compile("(.+):\\d+");

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32'"
                    + " height='32' rx='6' fill='%23b3261e'/%3E%3Ctext x='16' y='21' fill='white' font-size='14'"
                    + " font-family='sans-serif' font-weight='bold' text-anchor='middle'%3ECODE%3C/text%3E%3C/svg%3E";

    Map<String, Object> variables() {
        var developer = view.report();
        var code = Integer.toString(report.status().code());
        var decision = developer.decision();
        var reason = decision.reason();
        var runnerUp = reason.runnerUp();
        var request = developer.request();
        var hints = list(developer.hints(), DeveloperModel::hint);
        var publicReport = developer.publicReport();
        var origin = developer.origin();
        var editor = origin == null ? null : origin.editor();
        boolean withSources = detail != PageDetail.WITHOUT_SOURCES;
        var causes = new CauseModel(view, messages(), withSources);
        return map(
                "title", code + " " + developer.diagnosis(),
                "icon", ICON.replace("CODE", code).replace(" ", "%20"),
                "diagnosis", developer.diagnosis(),
                "comment", comment(),
                "request", request.requestLine(),
                "handler", request.handler(),
                "headers", rows(view.headers()),
                "sections", list(view.details(), part -> map("title", part.title(), "rows", rows(part))),
                "runtime", PageModel.orNull(rows(view.runtime())),
                "hops", list(report.hops(), this::hop),
                "rule", reason.rule(),
                "source", reason.source(),
                "depth", Integer.toString(reason.depth()),
                "decisive", reason.decisiveClass(),
                "loser", runnerUp == null ? null : runnerUp.rule(),
                "loserSource", runnerUp == null ? null : runnerUp.source(),
                "proxyError", decision.proxyError(),
                "steps", PageModel.orNull(decision.explanation()),
                "recurrence", developer.recurrence() == null ? null : recurrence(developer.recurrence()),
                "causes", PageModel.orNull(causes.causes),
                "sources", PageModel.orNull(causes.sources),
                "noSource", origin == null || !withSources ? null : noSource(origin),
                "editor", editor == null ? null : editor.url(),
                "hints", PageModel.orNull(hints),
                "receipt", PageModel.orNull(view.redactionSummary()),
                "preview", preview,
                "languages", languages(developer.recurrence()),
                "publicJson", cut(new String(new ProblemJsonRenderer().render(publicReport), StandardCharsets.UTF_8)),
                "publicText", cut(TextRenderer.text(ReportView.of(publicReport))),
                "publicLang", publicReport.messages().tag(),
                "publicDir", publicReport.messages().direction(),
                "copies", detail == PageDetail.WHOLE ? copies() : null);
    }

    private Messages messages() {
        return report.messages();
    }

    /** Returns the reason why the origin frame has no source, or null if it has one. */
    private @Nullable String noSource(FrameReport origin) {
        if (origin.source() != null) {
            return null;
        }
        var line = LINE.matcher(origin.location());
        return line.matches()
                ? messages().get("dev.source.none", "file", line.group(1))
                : messages().get("dev.source.unknown", "call", origin.call());
    }

    /** Returns a summary for readers of the markup. The template escapes it, so it can't end the comment. */
    private String comment() {
        return view.report().causes().stream()
                .flatMap(cause -> cause.frames().stream())
                .filter(FrameReport::applicationCode)
                .limit(MAX_COMMENT_FRAMES)
                .map(frame -> "\n  at " + frame.text())
                .collect(Collectors.joining("", view.report().diagnosis(), ""));
    }

    private @Nullable List<Map<String, Object>> languages(@Nullable Recurrence recurrence) {
        return recurrence == null || recurrence.path() == null
                ? null
                : PageModel.orNull(languages.stream()
                        .map(tag -> map("tag", tag, "href", recurrence.path() + "/public/" + tag))
                        .toList());
    }

    private Map<String, Object> hop(HopStatus hop) {
        var model = PageModel.hop(hop);
        view.report().hopDetails().stream()
                .filter(details -> details.kind() == hop.kind())
                .findFirst()
                .ifPresent(details -> model.putAll(
                        map("facts", PageModel.orNull(details.facts()), "next", PageModel.orNull(details.nextStep()))));
        return model;
    }

    private Map<String, Object> recurrence(Recurrence recurrence) {
        var differences = recurrence.differences();
        int more = differences.size() - MAX_DIFFERENCES;
        var first = differences.subList(0, Math.min(differences.size(), MAX_DIFFERENCES));
        return map(
                "text", times(recurrence),
                "path", recurrence.path(),
                "differences",
                        PageModel.orNull(list(differences, difference -> difference(difference, value -> value))),
                "differing", list(first, difference -> difference(difference, this::shortened)),
                "more", more > 0 ? messages().get("dev.differences.more", "count", Integer.toString(more)) : null);
    }

    private String times(Recurrence recurrence) {
        if (recurrence.previous() == null) {
            return messages().get("dev.recurrence.first");
        }
        var times = Long.toString(recurrence.occurrences());
        return messages().get("dev.recurrence", Map.of("count", times, "time", Messages.clockTime(recurrence.first())));
    }

    private static Map<String, Object> difference(Recurrence.Difference difference, UnaryOperator<String> format) {
        return map(
                "name", difference.name(),
                "before", format.apply(difference.before()),
                "now", format.apply(difference.now()));
    }

    private String shortened(String value) {
        return value.isEmpty() ? view.orAbsent(value) : PrintableText.truncateAtWord(value, MAX_DIFFERENCE_LENGTH);
    }

    private static Map<String, Object> hint(Hint hint) {
        return map(
                "title", hint.title(),
                "text", hint.text(),
                "steps", PageModel.orNull(hint.steps()),
                "link", hint.link());
    }

    private Map<String, Object> copies() {
        var whole = new ReportView(report, view);
        return map(
                "markdown", cut(MarkdownRenderer.text(whole)),
                "text", cut(TextRenderer.text(whole)),
                "curl", String.join("\n", view.curlCommand()));
    }

    private static String cut(String text) {
        return text.length() <= MAX_COPY ? text : text.substring(0, text.lastIndexOf('\n', MAX_COPY) + 1) + "…\n";
    }

    private static List<Map<String, Object>> rows(ReportView.Section section) {
        return list(section.rows(), row -> map("label", row.label(), "value", row.value(), "hidden", row.redacted()));
    }

    /**
     * Builds the template variables for causes and sources of the developer page.
     *
     * <p>The root cause comes first; each cause is followed by its suppressed throwables.
     */
    private static final class CauseModel {

        /** The second part of a longer message is collapsed. */
        private static final int MAX_EXPANDED = 600;

        private static final int MAX_INDENT = 6;

        /** The causes. */
        final List<Map<String, Object>> causes = new ArrayList<>();

        /** The sources, one for each frame that has one. */
        final List<Map<String, Object>> sources = new ArrayList<>();

        private final Messages messages;
        private final @Nullable FrameReport origin;
        private final boolean withSources;

        CauseModel(ReportView.Developer developer, Messages messages, boolean withSources) {
            this.messages = messages;
            this.origin = developer.report().origin();
            this.withSources = withSources;
            addCauses(developer);
        }

        /** Returns the link that opens the line of a frame in an editor, or null. */
        private @Nullable String editor(FrameReport frame) {
            var link = withSources ? frame.editor() : null;
            return link == null ? null : link.url();
        }

        private void addCauses(ReportView.Developer developer) {
            var branches = CauseReport.branches(developer.report().causes());
            int end = developer.causes().size();
            @Nullable Relation inner = null;
            for (int i = branches.size() - 1; i >= 0; i--) {
                int start = end - branches.get(i).size();
                var head = developer.causes().get(start);
                addBranchHead(head, inner);
                for (var cause : developer.causes().subList(start + 1, end)) {
                    int indent = Math.min(cause.report().depth() - head.report().depth(), MAX_INDENT);
                    causes.add(cause(cause, indent, cause.relation(), cause.commonFrames()));
                }
                inner = head.report().relation();
                end = start;
            }
        }

        /** A throwable follows its cause, so its relation is that of the cause, reversed. */
        private void addBranchHead(ReportView.Cause cause, @Nullable Relation inner) {
            var relation = inner == null
                    ? null
                    : messages.get(inner == Relation.NEXT ? "dev.cause.before" : "dev.cause.wrapped");
            int common = cause.report().commonFrames();
            var shared = common > 0 ? messages.get("dev.frames.shared", "count", Integer.toString(common)) : null;
            causes.add(cause(cause, 0, relation, shared));
        }

        private Map<String, Object> cause(
                ReportView.Cause cause, int indent, @Nullable String relation, @Nullable String common) {
            var report = cause.report();
            var message = report.message();
            int cut = message.length() <= MAX_EXPANDED
                    ? message.length()
                    : message.offsetByCodePoints(0, MAX_EXPANDED / 2);
            var kind = report.relation().name().toLowerCase(Locale.ROOT);
            return map(
                    "kind", report.wrapper() ? "wrapper" : kind,
                    "indent", "depth" + indent,
                    "className", report.className(),
                    "simpleName", report.simpleName(),
                    "groups", list(cause.groups(), group -> group(group, message)),
                    "message", PageModel.orNull(message.substring(0, cut)),
                    "rest", PageModel.orNull(message.substring(cut)),
                    "relation", relation,
                    "note", cause.note() == null && !cause.hasStack() ? messages.get("dev.nostack") : cause.note(),
                    "common", common,
                    "omitted", cause.omittedFrames(),
                    "omittedCauses", cause.omittedCauses());
        }

        private Map<String, Object> group(FrameGroup group, String message) {
            return map(
                    "folded", group.folded(),
                    "name", group.name(),
                    "frames", list(group.frames(), frame -> frame(frame, message)),
                    "repeats", group.recursive() ? group.name() : null);
        }

        private Map<String, Object> frame(FrameReport frame, String message) {
            boolean isOrigin = frame.equals(origin);
            return map(
                    "call", frame.call(),
                    "location", frame.location(),
                    "className", frame.className(),
                    "kind", !frame.applicationCode() ? null : isOrigin ? "here" : "own",
                    "library", frame.library(),
                    "editor", editor(frame),
                    "target", addSource(frame, isOrigin, message));
        }

        /** Returns the id of the element with the source, or null if there is none. */
        private @Nullable String addSource(FrameReport frame, boolean isOrigin, String message) {
            var source = frame.source();
            if (source == null || !withSources) {
                return null;
            }
            var id = "source-" + (sources.size() + 1);
            sources.add(map(
                    "id", id,
                    "title", source.file() + ":" + source.markedLine(),
                    "place", source.location(),
                    "newer", source.newerThanClass(),
                    "here", isOrigin,
                    "lines", lines(frame, source, NullExpression.in(message)),
                    "editor", editor(frame)));
            return id;
        }

        private static List<Map<String, Object>> lines(
                FrameReport frame, Snippet source, Optional<NullExpression> nullExpression) {
            var highlight = new SourceTokenizer(source.file());
            var lines = new ArrayList<Map<String, Object>>();
            int number = source.firstLine();
            for (var line : source.lines()) {
                boolean marked = number == source.markedLine();
                var tokens = highlight.tokens(line);
                var shown = marked ? nullExpression.map(part -> part.in(tokens)).orElse(tokens) : tokens;
                var link = frame.editor() == null ? null : frame.editor().urlOfLine(number);
                lines.add(map("number", Integer.toString(number), "marked", marked, "tokens", shown, "editor", link));
                number++;
            }
            return lines;
        }
    }

    /**
     * The expression that the message of a NullPointerException names (JEP 358): {@code because the return value of
     * "Customer.address()" is null}.
     *
     * @param expression the last part of the expression, such as {@code address(}
     */
    record NullExpression(String expression) {

        private static final Pattern MESSAGE =
                Pattern.compile("because (?:the return value of )?\"([^\"<>]{1,300}+)\" is null");

        static Optional<NullExpression> in(String message) {
            var match = MESSAGE.matcher(message);
            return match.find() ? Optional.of(new NullExpression(last(match.group(1)))) : Optional.empty();
        }

        /** The message names the declaring class or {@code this}, which the source line may omit. */
        private static String last(String expression) {
            int call = expression.indexOf('(');
            var name = call < 0 ? expression : expression.substring(0, call + 1);
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** Returns the tokens of a line, with the expression as its own token if the line contains it. */
        List<Token> in(List<Token> tokens) {
            var pieces = new ArrayList<Token>();
            boolean found = false;
            for (var token : tokens) {
                int at = found || !token.kind().isEmpty() ? -1 : indexIn(token.text());
                if (at < 0) {
                    pieces.add(token);
                } else {
                    int end = at + expression.length();
                    pieces.add(new Token("", token.text().substring(0, at)));
                    pieces.add(new Token("pointed", token.text().substring(at, end)));
                    pieces.add(new Token("", token.text().substring(end)));
                    found = true;
                }
            }
            return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
        }

        /** Returns the index of the expression as a whole word, or -1. */
        private int indexIn(String text) {
            int at = text.indexOf(expression);
            while (at >= 0 && !isWhole(text, at)) {
                at = text.indexOf(expression, at + 1);
            }
            return at;
        }

        private boolean isWhole(String text, int at) {
            int end = at + expression.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean isCall = expression.endsWith("(");
            return begins && (isCall || end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
        }
    }
}
