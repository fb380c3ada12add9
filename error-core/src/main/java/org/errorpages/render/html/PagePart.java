package org.errorpages.render.html;

import java.util.Map;
import org.errorpages.media.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Status;

/**
 * Renders a report as a short part of a page, without head and style, for a script that puts it where its answer was to
 * go.
 *
 * @param whole the renderer of whole pages
 */
record PagePart(HtmlRenderer whole) implements Renderer {

    @Override
    public MediaType mediaType() {
        return whole.mediaType();
    }

    @Override
    public String contentType() {
        return whole.contentType();
    }

    @Override
    public Map<String, String> headers(ErrorReport report) {
        return Map.of("Content-Security-Policy", StylePolicy.NONE);
    }

    @Override
    public boolean isCacheable(Status status) {
        return true;
    }

    @Override
    public byte[] render(ErrorReport report) {
        return whole.process(PageTemplates.FRAGMENT, report);
    }
}
