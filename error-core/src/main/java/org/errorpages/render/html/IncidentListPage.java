package org.errorpages.render.html;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.http.MediaType;
import org.errorpages.i18n.Messages;
import org.errorpages.render.IncidentListRenderer;
import org.errorpages.render.ReportView;
import org.errorpages.report.IncidentList;

/** Renders a list of incidents as an HTML page. */
public final class IncidentListPage {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IncidentListPage() {}

    /** Returns a renderer with the built-in page. */
    public static IncidentListRenderer builtIn() {
        var templates = PageTemplateResolver.ofIncidents();
        var engine = RestrictedThymeleaf.of(templates);
        var policy = ContentSecurityPolicy.of(templates.style(PageTemplateResolver.INCIDENTS));
        return new IncidentListRenderer(
                MediaType.HTML,
                List.of(MediaType.XHTML),
                "text/html;charset=utf-8",
                policy,
                list -> engine.process(PageTemplateResolver.INCIDENTS, list.messages(), variables(list)));
    }

    private static Map<String, Object> variables(IncidentList list) {
        return ReportView.map(
                "lang", list.messages().tag(),
                "dir", list.messages().direction(),
                "most", Integer.toString(list.capacity()),
                "empty", list.incidents().isEmpty(),
                "incidents", ReportView.list(list.incidents(), IncidentListPage::variables));
    }

    private static Map<String, Object> variables(IncidentList.Entry incident) {
        return ReportView.map(
                "id", incident.id().toString(),
                "time", Messages.isoTime(incident.time()),
                "clock", CLOCK.format(incident.time()),
                "code", Integer.toString(incident.status().code()),
                "ours", incident.status().isServerError(),
                "reason", incident.status().reason(),
                "diagnosis", incident.diagnosis(),
                "request", incident.request(),
                "times", incident.occurrences() > 1 ? Long.toString(incident.occurrences()) : null,
                "path", incident.path());
    }
}
