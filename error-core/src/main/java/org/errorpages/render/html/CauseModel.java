package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.errorpages.i18n.Messages;
import org.errorpages.render.ReportView;
import org.errorpages.report.CauseReport;
import org.errorpages.report.CauseReport.Relation;
import org.errorpages.report.FrameGroup;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Snippet;
import org.errorpages.source.SourceTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The causes as the developer's template has them: the root first, each followed by its suppressed throwables; and the
 * sources of their frames.
 */
final class CauseModel {

    /** A longer message is shown in two parts. */
    private static final int MAX_SHOWN = 600;

    private static final int MAX_INDENT = 6;

    private final Messages messages;
    private final @Nullable FrameReport origin;
    private final boolean withSources;
    private final List<Map<String, Object>> causes = new ArrayList<>();
    private final List<Map<String, Object>> sources = new ArrayList<>();

    CauseModel(ReportView.Developer developer, Messages messages, boolean withSources) {
        this.messages = messages;
        this.origin = developer.report().origin();
        this.withSources = withSources;
        addCauses(developer);
    }

    List<Map<String, Object>> causes() {
        return causes;
    }

    /** Returns the sources, one for each frame that has one. */
    List<Map<String, Object>> sources() {
        return sources;
    }

    /** Returns the link that opens the line of a frame in an editor, or null. */
    @Nullable
    String editor(FrameReport frame) {
        return frame.editor() == null || !withSources ? null : frame.editor().url();
    }

    private void addCauses(ReportView.Developer developer) {
        var branches = CauseReport.branches(developer.report().causes());
        int end = developer.causes().size();
        @Nullable Relation inner = null;
        for (int i = branches.size() - 1; i >= 0; i--) {
            int start = end - branches.get(i).size();
            var head = developer.causes().get(start);
            addHead(head, inner);
            for (var cause : developer.causes().subList(start + 1, end)) {
                int indent = Math.min(cause.report().depth() - head.report().depth(), MAX_INDENT);
                causes.add(cause(cause, indent, cause.relation(), cause.commonFrames()));
            }
            inner = head.report().relation();
            end = start;
        }
    }

    /** A throwable follows the one inside it. */
    private void addHead(ReportView.Cause cause, @Nullable Relation inner) {
        var relation =
                inner == null ? null : messages.get(inner == Relation.NEXT ? "dev.cause.before" : "dev.cause.wrapped");
        int common = cause.report().commonFrames();
        var shared = common > 0 ? messages.get("dev.frames.shared", "count", Integer.toString(common)) : null;
        causes.add(cause(cause, 0, relation, shared));
    }

    private Map<String, Object> cause(
            ReportView.Cause cause, int indent, @Nullable String relation, @Nullable String common) {
        var report = cause.report();
        var message = report.message();
        int cut = message.length() <= MAX_SHOWN ? message.length() : message.offsetByCodePoints(0, MAX_SHOWN / 2);
        return PageModel.map(
                "kind", report.wrapper() ? "wrapper" : report.relation().name().toLowerCase(Locale.ROOT),
                "indent", "depth" + indent,
                "className", report.className(),
                "simpleName", report.simpleName(),
                "groups", PageModel.list(cause.groups(), group -> group(group, message)),
                "message", PageModel.orNull(message.substring(0, cut)),
                "rest", PageModel.orNull(message.substring(cut)),
                "relation", relation,
                "note", cause.note() == null && !cause.hasStack() ? messages.get("dev.nostack") : cause.note(),
                "common", common,
                "omitted", cause.omittedFrames(),
                "omittedCauses", cause.omittedCauses());
    }

    private Map<String, Object> group(FrameGroup group, String message) {
        return PageModel.map(
                "folded", group.folded(),
                "name", group.name(),
                "frames", PageModel.list(group.frames(), frame -> frame(frame, message)),
                "repeats", group.repeated() ? group.name() : null);
    }

    private Map<String, Object> frame(FrameReport frame, String message) {
        boolean here = frame.equals(origin);
        return PageModel.map(
                "call", frame.call(),
                "location", frame.location(),
                "className", frame.className(),
                "kind", !frame.applicationCode() ? null : here ? "here" : "own",
                "library", frame.library(),
                "editor", editor(frame),
                "target", addSource(frame, here, message));
    }

    /** Returns the id of the element with the source, or null if there is none. */
    private @Nullable String addSource(FrameReport frame, boolean here, String message) {
        var source = frame.source();
        if (source == null || !withSources) {
            return null;
        }
        var id = "source-" + (sources.size() + 1);
        sources.add(PageModel.map(
                "id", id,
                "title", source.file() + ":" + source.markedLine(),
                "place", source.place(),
                "newer", source.newer(),
                "here", here,
                "lines", lines(frame, source, NullExpression.in(message)),
                "editor", editor(frame)));
        return id;
    }

    private static List<Map<String, Object>> lines(
            FrameReport frame, Snippet source, Optional<NullExpression> pointed) {
        var highlight = new SourceTokenizer(source.file());
        var lines = new ArrayList<Map<String, Object>>();
        int number = source.firstLine();
        for (var line : source.lines()) {
            boolean marked = number == source.markedLine();
            var tokens = highlight.tokens(line);
            var shown = marked ? pointed.map(part -> part.in(tokens)).orElse(tokens) : tokens;
            lines.add(PageModel.map(
                    "number",
                    Integer.toString(number),
                    "marked",
                    marked,
                    "tokens",
                    PageModel.list(shown, CauseModel::token),
                    "editor",
                    frame.editor() == null ? null : frame.editor().at(number)));
            number++;
        }
        return lines;
    }

    private static Map<String, Object> token(SourceTokenizer.Token token) {
        return PageModel.map("kind", token.kind(), "text", token.text());
    }
}
