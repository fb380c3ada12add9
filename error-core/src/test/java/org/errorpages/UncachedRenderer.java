package org.errorpages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.errorpages.http.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;

/**
 * A renderer without a cache that counts its calls.
 *
 * @param renderer the wrapped renderer
 * @param calls the number of calls
 */
public record UncachedRenderer(Renderer renderer, AtomicInteger calls) implements Renderer {

    public static UncachedRenderer of(Renderer form) {
        return new UncachedRenderer(form, new AtomicInteger());
    }

    @Override
    public MediaType mediaType() {
        return renderer.mediaType();
    }

    @Override
    public List<MediaType> alternatives() {
        return renderer.alternatives();
    }

    @Override
    public boolean isExplicitOnly() {
        return renderer.isExplicitOnly();
    }

    @Override
    public String contentType() {
        return renderer.contentType();
    }

    @Override
    public byte[] render(ErrorReport report) {
        calls.incrementAndGet();
        return renderer.render(report);
    }

    @Override
    public Optional<Renderer> fragmentRenderer() {
        return renderer.fragmentRenderer().map(UncachedRenderer::of);
    }

    @Override
    public Map<String, String> headers(ErrorReport report) {
        return renderer.headers(report);
    }
}
