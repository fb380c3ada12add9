package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.hint.Hint;
import org.errorpages.http.MediaType;
import org.errorpages.i18n.Messages;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.HopStatus;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;

/** Renders a report as Markdown, which a developer can paste into an issue. */
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
    public boolean isExplicitOnly() {
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
            document.addDeveloper(developer, developer.report());
        }
        return document.blocks.stream().collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** A document under construction; empty blocks are skipped. */
    private record Document(ReportView view, Messages messages, List<String> blocks) {

        void addPublic() {
            add("# " + Markdown.text(view.headline()));
            addAdvice();
            addHops();
            addFacts();
        }

        void addDeveloper(ReportView.Developer developer, DeveloperReport report) {
            add("# " + Markdown.code(report.diagnosis()));
            addReasons(developer, report.request().handler());
            addHops();
            addFacts();
            if (!report.hints().isEmpty()) {
                addHeading("dev.hints");
                report.hints().forEach(hint -> addHint(hint, developer.classNameFor(hint)));
            }
            addHeading("dev.public");
            addText(view.headline());
            addAdvice();
            addRequest(developer, report.request().requestLine());
            if (!developer.causes().isEmpty()) {
                addHeading("dev.causes.thrown");
                developer.causes().forEach(this::addCause);
            }
            if (!report.decision().explanation().isEmpty()) {
                addHeading("dev.steps");
                add(Markdown.block("text", report.decision().explanation()));
            }
            developer.sections().forEach(this::addSection);
            addText(developer.redactionSummary());
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
            var advice = view.report().userMessage();
            addText(advice.explanation());
            addText(advice.detail());
            addItems(advice.steps());
            addCode(view.report().site().contact());
        }

        private void addHops() {
            add(view.report().hops().stream().map(Document::hop).collect(Collectors.joining(" → ")));
        }

        private static String hop(HopStatus hop) {
            return hop.state() == HopStatus.State.FAILED
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
            add(Markdown.block("sh", developer.curlCommand()));
        }

        /** The message has its own block, so that no line of it looks like a frame. */
        private void addCause(ReportView.Cause cause) {
            var relation = TextRenderer.relation(cause);
            var message = cause.report().message().lines().toList();
            add("### " + (relation == null ? "" : Markdown.text(relation) + ": ")
                    + Markdown.code(cause.report().className()));
            add(message.isEmpty() ? "" : Markdown.block("text", message));
            addText(cause.note());
            if (cause.hasStack()) {
                add(Markdown.block("text", TextRenderer.frames(cause)));
            } else if (!cause.report().duplicate()) {
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
            if (!developer.differences().isEmpty()) {
                addText(messages.get("dev.differences"));
                add(Markdown.block("text", developer.differences()));
            }
        }
    }

    /**
     * Writes strings as text or code of a Markdown document (CommonMark 0.31).
     *
     * <p>Prose becomes escaped text. All other strings become code, in which no dialect recognises links or mentions.
     */
    static final class Markdown {

        private static final String SPECIAL_CHARACTERS = "\\`*_{}[]<>|~&$";
        private static final Pattern BLOCK_MARK = Pattern.compile("^(\\d*)([-+=.)])");

        /** Dialects turn such words into links, and GitHub notifies the people mentioned. */
        private static final Pattern LINK = Pattern.compile("://|www\\.|[@#]", Pattern.CASE_INSENSITIVE);

        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\\t]]");

        private Markdown() {}

        /** Returns prose as text on one line, with words that could become links as code. It may start a line. */
        static String text(String words) {
            var escaped = Stream.of(line(words).strip().split(" ", -1))
                    .map(word -> LINK.matcher(word).find() ? code(word) : escaped(word))
                    .collect(Collectors.joining(" "));
            return BLOCK_MARK.matcher(escaped).replaceFirst("$1\\\\$2");
        }

        /** Returns the string as inline code; empty for the empty string, which Markdown can't express as code. */
        static String code(String string) {
            var content = line(string);
            var ticks = "`".repeat(longestBacktickRun(content) + 1);
            // A parser strips one space from both ends unless all are spaces, and a backtick at an end would join the
            // fence.
            boolean padded = content.startsWith("`")
                    || content.endsWith("`")
                    || (content.startsWith(" ") && !content.chars().allMatch(c -> c == ' '));
            var pad = padded ? " " : "";
            return content.isEmpty() ? "" : ticks + pad + content + pad + ticks;
        }

        /** Returns the lines as a fenced code block in a language. */
        static String block(String language, List<String> lines) {
            var content = lines.stream().map(Markdown::line).collect(Collectors.joining("\n"));
            var fence = "`".repeat(Math.max(3, longestBacktickRun(content) + 1));
            return fence + language + "\n" + content + "\n" + fence;
        }

        /** Returns a list of items that are Markdown already. */
        static String list(List<String> items) {
            return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
        }

        /** Returns the name as text and the value as code. */
        static String fact(String name, String value) {
            return text(name) + ": " + code(value);
        }

        private static String line(String string) {
            return CONTROL.matcher(string).replaceAll(" ");
        }

        private static String escaped(String word) {
            var escaped = new StringBuilder();
            word.chars().forEach(c -> escaped.append(SPECIAL_CHARACTERS.indexOf(c) < 0 ? "" : "\\")
                    .append((char) c));
            return escaped.toString();
        }

        private static int longestBacktickRun(String content) {
            int longest = 0;
            int length = 0;
            for (int i = 0; i < content.length(); i++) {
                length = content.charAt(i) == '`' ? length + 1 : 0;
                longest = Math.max(longest, length);
            }
            return longest;
        }
    }
}
