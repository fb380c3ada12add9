package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.errorpages.http.MediaType;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.HopStatus;
import org.errorpages.report.Snippet;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/** Renders a report as plain text that reads well in a terminal. */
public final class TextRenderer implements Renderer {

    /** The number of frames from which groups are folded. */
    private static final int LONG_TRACE = 30;

    @Override
    public MediaType mediaType() {
        return MediaType.TEXT;
    }

    @Override
    public String contentType() {
        return "text/plain;charset=utf-8";
    }

    @Override
    public boolean isCacheable(Status status) {
        return true;
    }

    @Override
    public byte[] render(ErrorReport report) {
        return text(ReportView.of(report)).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a view as text. */
    public static String text(ReportView view) {
        var report = view.report();
        var message = report.userMessage();
        var developer = view.developer();
        var lines = new ArrayList<>(List.of(view.headline(), ""));
        if (developer != null) {
            lines.add(developer.report().diagnosis());
            developer.reasons().forEach(reason -> lines.add(reason(reason)));
            lines.add("");
            addHints(lines, developer, report.messages().get("dev.hint"));
        }
        lines.add(message.explanation());
        addIfPresent(lines, "", message.detail());
        message.steps().forEach(step -> lines.add("- " + step));
        addIfPresent(lines, "  ", report.site().contact());
        lines.add("");
        lines.add(report.hops().stream().map(TextRenderer::hop).collect(Collectors.joining(" → ")));
        if (!view.facts().isEmpty()) {
            lines.add("");
            view.facts().forEach(fact -> lines.add(fact.line()));
        }
        if (developer != null) {
            addDetails(lines, developer, report);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addIfPresent(List<String> lines, String prefix, @Nullable String text) {
        if (text != null) {
            lines.add(prefix + text);
        }
    }

    private static String hop(HopStatus hop) {
        return hop.state() == HopStatus.State.FAILED ? "[" + hop.name() + ": " + hop.stateText() + "]" : hop.name();
    }

    private static String reason(ReportView.ReasonView reason) {
        var source = reason.source() == null ? "" : " (" + reason.source() + ")";
        return reason.label() + ": " + reason.rule() + source;
    }

    private static void addHints(List<String> lines, ReportView.Developer developer, String label) {
        for (var hint : developer.report().hints()) {
            lines.add(label + " (" + developer.classNameFor(hint) + "): " + hint.title());
            lines.add("    " + hint.text());
            hint.steps().forEach(step -> lines.add("    - " + step));
            addIfPresent(lines, "    ", hint.link());
            lines.add("");
        }
    }

    private static void addDetails(List<String> lines, ReportView.Developer developer, ErrorReport report) {
        lines.add("");
        lines.add(developer.report().request().requestLine());
        lines.addAll(developer.headers().lines());
        developer.causes().forEach(cause -> addCause(lines, cause));
        addSection(
                lines,
                report.messages().get("dev.steps"),
                developer.report().decision().explanation());
        developer.sections().forEach(section -> addSection(lines, section.title(), section.lines()));
        addSection(lines, developer.redactionSummary(), List.of());
        addRecurrence(lines, developer, report);
    }

    private static void addSection(List<String> lines, String title, List<String> indented) {
        if (!title.isEmpty()) {
            lines.add("");
            lines.add(title);
            indented.forEach(line -> lines.add("    " + line));
        }
    }

    private static void addRecurrence(List<String> lines, ReportView.Developer developer, ErrorReport report) {
        addSection(lines, developer.recurrence(), List.of());
        if (!developer.differences().isEmpty()) {
            lines.add(report.messages().get("dev.differences"));
            developer.differences().forEach(line -> lines.add("    " + line));
        }
        var recurrence = developer.report().recurrence();
        if (recurrence != null && recurrence.path() != null) {
            addSection(lines, report.messages().get("dev.memory.path") + ": " + recurrence.path(), List.of());
        }
    }

    private static void addCause(List<String> lines, ReportView.Cause cause) {
        var relation = relation(cause);
        var message = cause.report().message();
        lines.add("");
        lines.add((relation == null ? "" : relation + ": ")
                + cause.report().className()
                + (message.isEmpty() ? "" : ": " + message));
        if (cause.note() != null) {
            lines.add("    (" + cause.note() + ")");
        }
        lines.addAll(frames(cause));
        addIfPresent(lines, "… ", cause.omittedCauses());
    }

    /** Returns the relation of a throwable to its parent, which is named unless it directly precedes; or null. */
    static @Nullable String relation(ReportView.Cause cause) {
        return cause.relation() == null || cause.parent() == null
                ? cause.relation()
                : cause.relation() + " (↑ " + cause.parent() + ")";
    }

    /** Returns the frames, with frames of the application marked and the source below the first of these. */
    static List<String> frames(ReportView.Cause cause) {
        var lines = new ArrayList<String>();
        var source = cause.report().source();
        boolean isLong = cause.report().frames().size() >= LONG_TRACE;
        for (var group : cause.groups()) {
            if (group.folded() && isLong) {
                lines.add("    … " + group.name());
                continue;
            }
            for (var frame : group.frames()) {
                lines.add((frame.applicationCode() ? "  > " : "    ") + frame.text());
                if (frame.applicationCode() && source != null) {
                    addSource(lines, source, cause);
                    source = null;
                }
            }
            if (group.recursive()) {
                lines.add("    ↺ " + group.name());
            }
        }
        addIfPresent(lines, "    … ", cause.omittedFrames());
        addIfPresent(lines, "    … ", cause.commonFrames());
        return lines;
    }

    private static void addSource(List<String> lines, Snippet source, ReportView.Cause cause) {
        source.numberedLines().forEach(line -> lines.add("      " + line));
        if (source.newerThanClass()) {
            lines.add("      " + cause.messages().get("dev.source.newer"));
        }
    }
}
