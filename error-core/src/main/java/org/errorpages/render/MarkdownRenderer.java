package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.media.MediaType;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hop;
import org.errorpages.status.Status;

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
        var blocks = report.forDeveloper()
                .map(developer -> forDeveloper(report, developer))
                .orElseGet(() -> forPublic(report));
        var text = blocks.filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n", "", "\n"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> forPublic(ErrorReport report) {
        return Stream.of(
                        Stream.of("# " + Markdown.text(headline(report))),
                        advice(report),
                        Stream.of(way(report), facts(report)))
                .flatMap(blocks -> blocks);
    }

    private static Stream<String> forDeveloper(ErrorReport report, DeveloperReport developer) {
        var messages = report.messages();
        var inside = new MarkdownInside(developer, messages);
        return Stream.of(
                        Stream.of("# " + Markdown.code(developer.diagnosis())),
                        Stream.of(inside.reasons(report.status()), way(report), facts(report)),
                        inside.hints(),
                        Stream.of(Markdown.heading(messages.get("dev.public")), Markdown.text(headline(report))),
                        advice(report),
                        inside.request(),
                        inside.causes(),
                        inside.steps(),
                        inside.details(),
                        inside.recurrence())
                .flatMap(blocks -> blocks);
    }

    private static String headline(ErrorReport report) {
        return report.status() + ": " + report.advice().title();
    }

    private static Stream<String> advice(ErrorReport report) {
        var advice = report.advice();
        return Stream.of(
                Markdown.text(advice.what()),
                Markdown.text(Objects.requireNonNullElse(advice.detail(), "")),
                Markdown.list(advice.todo().stream().map(Markdown::text).toList()),
                Markdown.code(Objects.requireNonNullElse(report.site().contact(), "")));
    }

    private static String way(ErrorReport report) {
        return report.hops().stream().map(MarkdownRenderer::hop).collect(Collectors.joining(" → "));
    }

    private static String hop(Hop hop) {
        return hop.state() == Hop.State.FAILED
                ? "**" + Markdown.text(hop.name() + ": " + hop.stateText()) + "**"
                : Markdown.text(hop.name());
    }

    private static String facts(ErrorReport report) {
        var messages = report.messages();
        return report.incident() == null || report.time() == null
                ? ""
                : Markdown.list(List.of(
                        Markdown.fact(
                                messages.get("fact.incident"), report.incident().toString()),
                        Markdown.fact(messages.get("fact.time"), TimeText.toTheSecond(report.time()))));
    }
}
