package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.errorpages.media.MediaType;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hidden;
import org.errorpages.report.Hop;
import org.errorpages.report.Recurrence;
import org.errorpages.status.Because;
import org.errorpages.status.Status;
import org.errorpages.text.Messages;

/** Renders a report as plain text that reads well in a terminal. */
public final class TextRenderer implements Renderer {

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
        var text = new StringBuilder();
        var messages = report.messages();
        var advice = report.advice();
        line(text, report.status() + ": " + advice.title());
        line(text, "");
        report.forDeveloper().ifPresent(developer -> diagnosis(text, messages, developer, report));
        line(text, advice.what());
        if (advice.detail() != null) {
            line(text, advice.detail());
        }
        advice.todo().forEach(step -> line(text, "- " + step));
        contact(text, report);
        line(text, "");
        line(text, report.hops().stream().map(TextRenderer::hop).collect(Collectors.joining(" → ")));
        facts(text, messages, report);
        report.forDeveloper().ifPresent(developer -> inside(text, messages, developer));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void contact(StringBuilder text, ErrorReport report) {
        if (report.site().contact() != null) {
            line(text, "  " + report.site().contact());
        }
    }

    private static String hop(Hop hop) {
        return hop.state() == Hop.State.FAILED ? "[" + hop.name() + ": " + hop.stateText() + "]" : hop.name();
    }

    private static void facts(StringBuilder text, Messages messages, ErrorReport report) {
        if (report.incident() != null && report.time() != null) {
            line(text, "");
            line(text, messages.get("fact.incident") + ": " + report.incident());
            line(text, messages.get("fact.time") + ": " + TimeText.toTheSecond(report.time()));
        }
    }

    private static void diagnosis(
            StringBuilder text, Messages messages, DeveloperReport developer, ErrorReport report) {
        line(text, developer.diagnosis());
        var code = Integer.toString(report.status().code());
        line(
                text,
                messages.get("dev.why", "code", code) + ": "
                        + why(developer.decision().because()));
        developer
                .decision()
                .because()
                .loser()
                .ifPresent(loser -> line(text, messages.get("dev.loser") + ": " + why(loser)));
        if (developer.decision().proxyError() != null) {
            line(text, messages.get("dev.proxy") + ": " + developer.decision().proxyError());
        }
        line(text, "");
        new HintLines(developer, messages).lines().forEach(hint -> line(text, hint));
    }

    private static String why(Because because) {
        return because.rule() + " (" + because.source() + ")";
    }

    private static void inside(StringBuilder text, Messages messages, DeveloperReport developer) {
        line(text, "");
        line(text, developer.request().line());
        var fields = new FieldLines(messages);
        fields.of(developer.request().headers()).forEach(field -> line(text, field));
        CauseLines.of(developer.causes(), messages).forEach(lines -> cause(text, lines));
        line(text, "");
        line(text, messages.get("dev.steps"));
        developer.decision().explanation().forEach(step -> line(text, "    " + step));
        for (var section : developer.request().sections()) {
            section(text, messages.get("dev.request." + section.name()), fields.of(section.fields()));
        }
        section(text, messages.get("dev.runtime"), fields.of(developer.runtime()));
        section(text, Hidden.told(developer.hidden(), messages), List.of());
        if (developer.recurrence() != null) {
            recurrence(text, messages, developer.recurrence());
        }
    }

    private static void section(StringBuilder text, String heading, List<String> lines) {
        if (!heading.isEmpty()) {
            line(text, "");
            line(text, heading);
            lines.forEach(field -> line(text, "    " + field));
        }
    }

    private static void recurrence(StringBuilder text, Messages messages, Recurrence recurrence) {
        var lines = new RecurrenceLines(recurrence, messages);
        line(text, "");
        line(text, lines.times());
        if (!recurrence.differences().isEmpty()) {
            line(text, messages.get("dev.differences"));
            lines.differences().forEach(difference -> line(text, "    " + difference));
        }
        if (recurrence.path() != null) {
            line(text, "");
            line(text, messages.get("dev.memory.path") + ": " + recurrence.path());
        }
    }

    private static void cause(StringBuilder text, CauseLines lines) {
        var cause = lines.cause();
        line(text, "");
        line(
                text,
                lines.relation().map(word -> word + ": ").orElse("")
                        + cause.className()
                        + (cause.message().isEmpty() ? "" : ": " + cause.message()));
        lines.note().ifPresent(note -> line(text, "    (" + note + ")"));
        lines.frames().forEach(frame -> line(text, frame));
        lines.omittedCauses().ifPresent(more -> line(text, more));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
