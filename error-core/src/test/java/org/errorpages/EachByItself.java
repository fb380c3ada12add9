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
 * @param form the wrapped renderer
 * @param renderings the number of calls
 */
public record EachByItself(Renderer form, AtomicInteger renderings) implements Renderer {

    public static EachByItself of(Renderer form) {
        return new EachByItself(form, new AtomicInteger());
    }

    @Override
    public MediaType mediaType() {
        return form.mediaType();
    }

    @Override
    public List<MediaType> alternatives() {
        return form.alternatives();
    }

    @Override
    public boolean onlyByName() {
        return form.onlyByName();
    }

    @Override
    public String contentType() {
        return form.contentType();
    }

    @Override
    public byte[] render(ErrorReport report) {
        renderings.incrementAndGet();
        return form.render(report);
    }

    @Override
    public Optional<Renderer> part() {
        return form.part().map(EachByItself::of);
    }

    @Override
    public Map<String, String> headers(ErrorReport report) {
        return form.headers(report);
    }
}
