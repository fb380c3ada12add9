package org.errorpages.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.Field;
import org.errorpages.report.Hidden;
import org.errorpages.report.Hint;
import org.errorpages.status.Because;
import org.errorpages.status.Status;
import org.errorpages.text.Messages;

/** The blocks of Markdown that only a developer gets. */
record MarkdownInside(DeveloperReport developer, Messages messages) {

    /** Returns why the answer has its status, and what handled the request. */
    String reasons(Status status) {
        var because = developer.decision().because();
        var why = messages.get("dev.why", "code", Integer.toString(status.code()));
        var reasons = new ArrayList<>(List.of(reason(why, because)));
        because.loser().ifPresent(loser -> reasons.add(reason(messages.get("dev.loser"), loser)));
        if (developer.decision().proxyError() != null) {
            reasons.add(Markdown.fact(
                    messages.get("dev.proxy"), developer.decision().proxyError()));
        }
        if (developer.request().handler() != null) {
            reasons.add(Markdown.fact(
                    messages.get("dev.handler"), developer.request().handler()));
        }
        return Markdown.list(reasons);
    }

    private static String reason(String name, Because because) {
        return Markdown.fact(name, because.rule()) + " (" + Markdown.code(because.source()) + ")";
    }

    /** Returns a section for each hint, where there are some. */
    Stream<String> hints() {
        return developer.hints().isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(Markdown.heading(messages.get("dev.hints"))),
                        developer.hints().stream().flatMap(this::hint));
    }

    private Stream<String> hint(Hint hint) {
        return Stream.of(
                "### " + Markdown.text(hint.title()),
                Markdown.code(developer.causes().get(hint.cause()).className()),
                Markdown.text(hint.text()),
                Markdown.list(hint.steps().stream().map(Markdown::text).toList()),
                Markdown.code(Objects.requireNonNullElse(hint.link(), "")));
    }

    /** Returns the request, and the command that repeats it. */
    Stream<String> request() {
        var lines = new ArrayList<>(List.of(developer.request().line()));
        lines.addAll(new FieldLines(messages).of(developer.request().headers()));
        return Stream.of(
                Markdown.heading(messages.get("dev.request")),
                Markdown.block("http", lines),
                Markdown.block("sh", new CurlCommand(developer, messages).lines()));
    }

    /** Returns what else is known of the request, what the application runs on, and what of all this is hidden. */
    Stream<String> details() {
        var sections = developer.request().sections().stream()
                .flatMap(section -> fields("dev.request." + section.name(), section.fields()));
        var receipt = Hidden.told(developer.hidden(), messages);
        return Stream.of(sections, fields("dev.runtime", developer.runtime()), Stream.of(Markdown.text(receipt)))
                .flatMap(blocks -> blocks);
    }

    private Stream<String> fields(String key, List<Field> fields) {
        return fields.isEmpty()
                ? Stream.of()
                : Stream.of(
                        "### " + Markdown.text(messages.get(key)),
                        Markdown.block("text", new FieldLines(messages).of(fields)));
    }

    /** Returns a section for each throwable, where one was thrown. */
    Stream<String> causes() {
        var sections = CauseLines.of(developer.causes(), messages).stream().flatMap(this::cause);
        return developer.causes().isEmpty()
                ? Stream.of()
                : Stream.concat(Stream.of(Markdown.heading(messages.get("dev.causes.thrown"))), sections);
    }

    /** The message has a block of its own, so that no line of it passes for a frame. */
    private Stream<String> cause(CauseLines lines) {
        var relation = lines.relation().map(word -> Markdown.text(word) + ": ").orElse("");
        var message = lines.cause().message().lines().toList();
        var frames = lines.frames();
        return Stream.of(
                "### " + relation + Markdown.code(lines.cause().className()),
                message.isEmpty() ? "" : Markdown.block("text", message),
                lines.note().map(Markdown::text).orElse(""),
                frames.isEmpty() ? withoutFrames(lines) : Markdown.block("text", frames),
                lines.omittedCauses().map(Markdown::text).orElse(""));
    }

    private String withoutFrames(CauseLines lines) {
        return lines.cause().seenAbove() ? "" : Markdown.text(messages.get("dev.nostack"));
    }

    /** Returns how the status was decided, where that is known. */
    Stream<String> steps() {
        return developer.decision().explanation().isEmpty()
                ? Stream.of()
                : Stream.of(
                        Markdown.heading(messages.get("dev.steps")),
                        Markdown.block("text", developer.decision().explanation()));
    }

    /** Returns what is remembered of such failures, where something is. */
    Stream<String> recurrence() {
        var recurrence = developer.recurrence();
        if (recurrence == null) {
            return Stream.of();
        }
        var lines = new RecurrenceLines(recurrence, messages);
        var differs = recurrence.differences().isEmpty() ? "" : Markdown.text(messages.get("dev.differences"));
        return Stream.of(
                Markdown.text(lines.times()),
                differs,
                recurrence.differences().isEmpty() ? "" : Markdown.block("text", lines.differences()));
    }
}
