package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import org.errorpages.media.MediaType;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Hop;
import org.errorpages.report.Snippet;
import org.errorpages.status.Because;
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
            line(text, messages.get("fact.time") + ": " + report.time().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private static void diagnosis(
            StringBuilder text, Messages messages, DeveloperReport developer, ErrorReport report) {
        line(text, developer.diagnosis());
        var code = Integer.toString(report.status().code());
        line(text, messages.get("dev.why", "code", code) + ": " + why(developer.because()));
        developer.because().loser().ifPresent(loser -> line(text, messages.get("dev.loser") + ": " + why(loser)));
        if (developer.proxyError() != null) {
            line(text, messages.get("dev.proxy") + ": " + developer.proxyError());
        }
        line(text, "");
    }

    private static String why(Because because) {
        return because.rule() + " (" + because.source() + ")";
    }

    private static void inside(StringBuilder text, Messages messages, DeveloperReport developer) {
        line(text, "");
        line(text, developer.requestLine());
        for (var field : developer.headers()) {
            var value = field.hiddenBy() == null ? field.value() : messages.get("dev.hidden", "rule", field.hiddenBy());
            line(text, field.name() + ": " + value);
        }
        for (var cause : developer.causes()) {
            cause(text, messages, cause);
        }
        line(text, "");
        line(text, messages.get("dev.steps"));
        developer.explanation().forEach(step -> line(text, "    " + step));
    }

    private static void cause(StringBuilder text, Messages messages, CauseReport cause) {
        line(text, "");
        var relation =
                switch (cause.relation()) {
                    case THROWN -> "";
                    case CAUSE -> messages.get("dev.cause.by") + ": ";
                    case NEXT -> messages.get("dev.cause.next") + ": ";
                    case SUPPRESSED -> messages.get("dev.cause.suppressed") + ": ";
                };
        line(text, relation + cause.className() + (cause.message().isEmpty() ? "" : ": " + cause.message()));
        var source = Optional.ofNullable(cause.source());
        for (var frame : cause.frames()) {
            line(text, (frame.own() ? "  > " : "    ") + frame.text());
            if (frame.own()) {
                source.ifPresent(lines -> source(text, messages, lines));
                source = Optional.empty();
            }
        }
        more(text, messages, "dev.frames.more", cause.omittedFrames());
        more(text, messages, "dev.frames.common", cause.commonFrames());
    }

    private static void source(StringBuilder text, Messages messages, Snippet source) {
        source.numbered().forEach(row -> line(text, "      " + row));
        if (source.newer()) {
            line(text, "      " + messages.get("dev.source.newer"));
        }
    }

    private static void more(StringBuilder text, Messages messages, String key, int count) {
        if (count > 0) {
            line(text, "    … " + messages.get(key, "count", Integer.toString(count)));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
