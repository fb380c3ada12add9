package org.errorpages.render.html;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.media.MediaType;
import org.errorpages.render.IncidentListRenderer;
import org.errorpages.render.TimeText;
import org.errorpages.report.IncidentLine;
import org.errorpages.report.IncidentList;

/**
 * Renders a list of incidents as a page.
 *
 * @param engine what makes the page of its template
 * @param policy its Content-Security-Policy
 */
public record IncidentListPage(PageEngine engine, String policy) implements IncidentListRenderer {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Returns the renderer of our page. */
    public static IncidentListPage builtIn() {
        var templates = PageTemplates.ofIncidents();
        return new IncidentListPage(PageEngine.of(templates), StylePolicy.of(templates.style(PageTemplates.INCIDENTS)));
    }

    @Override
    public MediaType mediaType() {
        return MediaType.HTML;
    }

    @Override
    public List<MediaType> alternatives() {
        return List.of(MediaType.XHTML);
    }

    @Override
    public String contentType() {
        return "text/html;charset=utf-8";
    }

    @Override
    public byte[] render(IncidentList list) {
        var messages = list.messages();
        var model = PageModel.map(
                "lang", messages.tag(),
                "dir", messages.direction(),
                "most", Integer.toString(list.most()),
                "empty", list.lines().isEmpty(),
                "incidents", list.lines().stream().map(IncidentListPage::line).toList());
        return engine.process(PageTemplates.INCIDENTS, messages, model);
    }

    private static Map<String, Object> line(IncidentLine line) {
        var model = PageModel.map(
                "id", line.id().toString(),
                "time", TimeText.toTheSecond(line.time()),
                "clock", CLOCK.format(line.time()),
                "code", Integer.toString(line.status().code()),
                "ours", line.status().isServerError(),
                "reason", line.status().reason(),
                "diagnosis", line.diagnosis(),
                "request", line.request());
        PageModel.putIfKnown(model, "times", line.times() > 1 ? Long.toString(line.times()) : null);
        PageModel.putIfKnown(model, "path", line.path());
        return model;
    }
}
