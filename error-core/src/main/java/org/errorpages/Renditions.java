package org.errorpages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.errorpages.media.Negotiator;
import org.errorpages.render.AnswerHeaders;
import org.errorpages.render.Renderer;
import org.errorpages.render.Rendition;
import org.errorpages.render.TextRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Incident;
import org.errorpages.request.HeaderFields;
import org.jspecify.annotations.Nullable;

/** The last stages: the form that the client asks for; where it fails, text; where that fails, constant bytes. */
final class Renditions {

    private static final byte[] LAST_RESORT = "The request failed.\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final Map<String, String> LAST_HEADERS =
            Map.of("Content-Type", "text/plain;charset=utf-8", "Cache-Control", "no-store");

    private final Negotiator<Renderer> negotiator;
    private final Renderer text = new TextRenderer();
    private final IncidentListener listeners;

    Renditions(List<Renderer> forms, IncidentListener listeners) {
        this.negotiator = new Negotiator<>(forms);
        this.listeners = listeners;
    }

    Rendition of(Incident incident, ErrorReport report) {
        var form = "negotiated";
        @Nullable Renderer tried = null;
        List<String> deciding = List.of("Accept");
        try {
            var choice = choose(incident.request().headers());
            tried = choice.offer();
            deciding = choice.deciding();
            form = tried.contentType();
            return rendition(incident, report, choice);
        } catch (Throwable broken) {
            listeners.onSimplerForm(incident, FailedForm.of(form, broken));
            var simpler = tried == null ? text : tried.simpler().orElse(text);
            return simpler(incident, report, new Negotiator.Choice<>(simpler, deciding));
        }
    }

    /** Returns the form that the client gets, and what decided. */
    Negotiator.Choice<Renderer> choose(HeaderFields headers) {
        var choice = negotiator.choose(headers);
        var part = choice.offer().part();
        if (part.isEmpty() || !Negotiator.wantsPart(headers)) {
            return choice;
        }
        var deciding = new LinkedHashSet<>(choice.deciding());
        deciding.addAll(Negotiator.partHeaders());
        return new Negotiator.Choice<>(part.get(), List.copyOf(deciding));
    }

    private Rendition simpler(Incident incident, ErrorReport report, Negotiator.Choice<Renderer> choice) {
        if (choice.offer() == text) {
            return asText(incident, report);
        }
        try {
            return rendition(incident, report, choice);
        } catch (Throwable broken) {
            listeners.onSimplerForm(incident, FailedForm.of(choice.offer().contentType(), broken));
            return asText(incident, report);
        }
    }

    /** Returns the answer that needs no report. */
    static Rendition lastResort(Incident incident) {
        return constant(incident, LAST_RESORT);
    }

    /** Returns the answer to nobody. */
    static Rendition nothing(Incident incident) {
        return constant(incident, NOTHING);
    }

    private Rendition asText(Incident incident, ErrorReport report) {
        try {
            return rendition(incident, report, new Negotiator.Choice<>(text, List.of("Accept")));
        } catch (Throwable broken) {
            listeners.onSimplerForm(incident, FailedForm.of(text.contentType(), broken));
            return lastResort(incident);
        }
    }

    private static Rendition rendition(
            Incident incident, ErrorReport report, Negotiator.Choice<? extends Renderer> choice) {
        var body = choice.offer().render(report);
        var headers = AnswerHeaders.of(report, choice.offer(), choice.deciding());
        return new Rendition(incident.verdict().disposition(), report.status(), incident.id(), headers, body);
    }

    private static Rendition constant(Incident incident, byte[] body) {
        var verdict = incident.verdict();
        return new Rendition(verdict.disposition(), verdict.status(), incident.id(), LAST_HEADERS, body);
    }
}
