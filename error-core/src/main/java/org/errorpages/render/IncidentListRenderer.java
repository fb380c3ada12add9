package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.errorpages.http.MediaType;
import org.errorpages.http.Negotiable;
import org.errorpages.i18n.Messages;
import org.errorpages.report.IncidentList;

/**
 * Renders a list of incidents in one format.
 *
 * @param policy the Content-Security-Policy
 * @param body returns the body in the charset of the content type
 */
public record IncidentListRenderer(
        MediaType mediaType,
        List<MediaType> alternatives,
        String contentType,
        String policy,
        Function<IncidentList, byte[]> body)
        implements Negotiable {

    private static final String NO_RESOURCES = "default-src 'none'; frame-ancestors 'none'";

    /** Renders JSON: {@code {"incidents": [...]}}, newest first. */
    public static final IncidentListRenderer JSON = new IncidentListRenderer(
            MediaType.of("application/json"),
            List.of(),
            "application/json",
            NO_RESOURCES,
            IncidentListRenderer::renderJson);

    /** Renders plain text: for each incident two lines and its path. */
    public static final IncidentListRenderer TEXT = new IncidentListRenderer(
            MediaType.TEXT, List.of(), "text/plain;charset=utf-8", NO_RESOURCES, IncidentListRenderer::renderText);

    /** Returns the body in the charset of the content type. */
    public byte[] render(IncidentList list) {
        return body.apply(list);
    }

    private static byte[] renderJson(IncidentList list) {
        return ProblemJsonRenderer.json(
                Map.of("incidents", ReportView.list(list.incidents(), IncidentListRenderer::members)));
    }

    private static Map<String, Object> members(IncidentList.Entry incident) {
        return ReportView.map(
                "id", incident.id().toString(),
                "time", incident.time().toString(),
                "status", incident.status().code(),
                "diagnosis", incident.diagnosis(),
                "request", incident.request(),
                "times", incident.occurrences(),
                "href", incident.path());
    }

    private static byte[] renderText(IncidentList list) {
        var messages = list.messages();
        var text = new StringBuilder(messages.get("dev.memory.title") + "\n");
        if (list.incidents().isEmpty()) {
            text.append("\n" + messages.get("dev.memory.none") + "\n");
        }
        for (var incident : list.incidents()) {
            var times = incident.occurrences() > 1 ? "  ×" + incident.occurrences() : "";
            text.append("\n" + Messages.isoTime(incident.time()) + "  "
                    + incident.status().code() + "  " + incident.request() + times);
            text.append("\n    " + incident.diagnosis() + "\n");
            text.append(incident.path() == null ? "" : "    " + incident.path() + "\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
