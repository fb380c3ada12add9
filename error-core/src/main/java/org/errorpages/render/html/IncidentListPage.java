package org.errorpages.render.html;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.http.MediaType;
import org.errorpages.render.IncidentListRenderer;
import org.errorpages.render.TimeText;
import org.errorpages.report.IncidentList;
import org.errorpages.report.IncidentSummary;
import org.errorpages.resource.Lazy;

/** Renders a list of incidents as a page. */
public final class IncidentListPage implements IncidentListRenderer {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Lazy<PageEngine> engine;
    private final Lazy<String> policy;

    private IncidentListPage(PageTemplates templates) {
        this.engine = Lazy.of(() -> PageEngine.of(templates));
        this.policy = Lazy.of(() -> ContentSecurityPolicy.of(templates.style(PageTemplates.INCIDENTS)));
    }

    /** Returns the renderer of our page. */
    public static IncidentListPage builtIn() {
        return new IncidentListPage(PageTemplates.ofIncidents());
    }

    @Override
    public String policy() {
        return policy.get();
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
        return engine.get().process(PageTemplates.INCIDENTS, messages, model);
    }

    private static Map<String, Object> line(IncidentSummary line) {
        return PageModel.map(
                "id", line.id().toString(),
                "time", TimeText.toTheSecond(line.time()),
                "clock", CLOCK.format(line.time()),
                "code", Integer.toString(line.status().code()),
                "ours", line.status().isServerError(),
                "reason", line.status().reason(),
                "diagnosis", line.diagnosis(),
                "request", line.request(),
                "times", line.times() > 1 ? Long.toString(line.times()) : null,
                "path", line.path());
    }
}
