package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.errorpages.hint.Hint;
import org.errorpages.http.MediaType;
import org.errorpages.i18n.Messages;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hop;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/**
 * Renders a report as Markdown: the public reads what plain text says; a permitted developer can paste the whole report
 * into an issue.
 */
public final class MarkdownRenderer implements Renderer {

    @Override
    public MediaType mediaType() {
        return MediaType.MARKDOWN;
    }

    @Override
    public List<MediaType> alternatives() {
        return List.of(MediaType.of("text/x-markdown"));
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public String contentType() {
        return "text/markdown;charset=utf-8";
    }

    @Override
    public boolean isCacheable(Status status) {
        return true;
    }

    @Override
    public byte[] render(ErrorReport report) {
        return text(ReportView.of(report)).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a view as Markdown. */
    public static String text(ReportView view) {
        var developer = view.developer();
        var document = new Document(view, view.report().messages(), new ArrayList<>());
        if (developer == null) {
            document.addPublic();
        } else {
            document.addWhole(developer, developer.report());
        }
        return document.blocks.stream().collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** The blocks of one document, without empty ones. */
    private record Document(ReportView view, Messages messages, List<String> blocks) {

        void addPublic() {
            add("# " + Markdown.text(view.headline()));
            addAdvice();
            addHops();
            addFacts();
        }

        void addWhole(ReportView.Developer developer, DeveloperReport report) {
            add("# " + Markdown.code(report.diagnosis()));
            addReasons(developer, report.request().handler());
            addHops();
            addFacts();
            if (!report.hints().isEmpty()) {
                addHeading("dev.hints");
                report.hints().forEach(hint -> addHint(hint, developer.about(hint)));
            }
            addHeading("dev.public");
            addText(view.headline());
            addAdvice();
            addRequest(developer, report.request().line());
            if (!developer.causes().isEmpty()) {
                addHeading("dev.causes.thrown");
                developer.causes().forEach(this::addCause);
            }
            if (!report.decision().explanation().isEmpty()) {
                addHeading("dev.steps");
                add(Markdown.block("text", report.decision().explanation()));
            }
            developer.sections().forEach(this::addSection);
            addText(developer.receipt());
            addRecurrence(developer);
        }

        private void add(String block) {
            if (!block.isEmpty()) {
                blocks.add(block);
            }
        }

        private void addText(@Nullable String words) {
            add(words == null ? "" : Markdown.text(words));
        }

        private void addCode(@Nullable String string) {
            add(string == null ? "" : Markdown.code(string));
        }

        private void addHeading(String key) {
            add("## " + Markdown.text(messages.get(key)));
        }

        private void addItems(List<String> words) {
            add(Markdown.list(words.stream().map(Markdown::text).toList()));
        }

        private void addAdvice() {
            var advice = view.report().advice();
            addText(advice.what());
            addText(advice.detail());
            addItems(advice.todo());
            addCode(view.report().site().contact());
        }

        private void addHops() {
            add(view.report().hops().stream().map(Document::hop).collect(Collectors.joining(" → ")));
        }

        private static String hop(Hop hop) {
            return hop.state() == Hop.State.FAILED
                    ? "**" + Markdown.text(hop.name() + ": " + hop.stateText()) + "**"
                    : Markdown.text(hop.name());
        }

        private void addFacts() {
            add(Markdown.list(view.facts().stream()
                    .map(fact -> Markdown.fact(fact.label(), fact.value()))
                    .toList()));
        }

        private void addReasons(ReportView.Developer developer, @Nullable String handler) {
            var reasons = new ArrayList<String>();
            for (var reason : developer.reasons()) {
                var source = reason.source() == null ? "" : " (" + Markdown.code(reason.source()) + ")";
                reasons.add(Markdown.fact(reason.label(), reason.rule()) + source);
            }
            if (handler != null) {
                reasons.add(Markdown.fact(messages.get("dev.handler"), handler));
            }
            add(Markdown.list(reasons));
        }

        private void addHint(Hint hint, String about) {
            add("### " + Markdown.text(hint.title()));
            addCode(about);
            addText(hint.text());
            addItems(hint.steps());
            addCode(hint.link());
        }

        private void addRequest(ReportView.Developer developer, String line) {
            var lines = new ArrayList<>(List.of(line));
            lines.addAll(developer.headers().lines());
            addHeading("dev.request");
            add(Markdown.block("http", lines));
            add(Markdown.block("sh", developer.curl()));
        }

        /** The message has a block of its own, so that no line of it passes for a frame. */
        private void addCause(ReportView.Cause cause) {
            var relation = TextRenderer.relation(cause);
            var message = cause.report().message().lines().toList();
            add("### " + (relation == null ? "" : Markdown.text(relation) + ": ")
                    + Markdown.code(cause.report().className()));
            add(message.isEmpty() ? "" : Markdown.block("text", message));
            addText(cause.note());
            if (cause.hasStack()) {
                add(Markdown.block("text", TextRenderer.frames(cause)));
            } else if (!cause.report().seenAbove()) {
                addText(messages.get("dev.nostack"));
            }
            addText(cause.omittedCauses() == null ? null : "… " + cause.omittedCauses());
        }

        private void addSection(ReportView.Section section) {
            if (!section.rows().isEmpty()) {
                add("### " + Markdown.text(section.title()));
                add(Markdown.block("text", section.lines()));
            }
        }

        private void addRecurrence(ReportView.Developer developer) {
            addText(developer.recurrence());
            var differences =
                    developer.differences().stream().map(ReportView.Row::line).toList();
            if (!differences.isEmpty()) {
                addText(messages.get("dev.differences"));
                add(Markdown.block("text", differences));
            }
        }
    }
}
