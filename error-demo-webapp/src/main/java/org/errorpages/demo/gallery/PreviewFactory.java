package org.errorpages.demo.gallery;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.Mode;
import org.errorpages.demo.gallery.PreviewOptions.Audience;
import org.errorpages.describe.ReportFactory;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;

/**
 * Renders error pages for sample failures that nobody reports to listeners, so they appear in no log.
 *
 * <p>A preview is sent with status 200: it has no header field that belongs to the error status, and the gallery may
 * frame it.
 */
final class PreviewFactory {

    /** The header fields that describe the page rather than the failure. */
    private static final Set<String> PAGE_HEADERS = Set.of(
            "Content-Type",
            "Content-Language",
            "Content-Security-Policy",
            "Cache-Control",
            "X-Content-Type-Options",
            "X-Robots-Tag",
            "Referrer-Policy");

    private final ErrorPages production;
    private final ErrorPages configured;
    private final ReportFactory describer;

    PreviewFactory(ErrorPagesConfig config) {
        this.production = ErrorPages.of(config.with(Mode.PRODUCTION));
        this.configured = ErrorPages.of(config);
        this.describer = new ReportFactory(config.site(), List.of());
    }

    /** Returns the error page; clients that are not permitted developers get the public page. */
    GalleryPage.Content render(PreviewOptions preview, Audience audience, GalleryRequest request) {
        var pages = audience == Audience.DEVELOPER ? configured : production;
        var rendition = pages.respond(incident(pages, preview, facts(preview, request)));
        var headers = new TreeMap<>(rendition.headers());
        headers.keySet().retainAll(PAGE_HEADERS);
        headers.computeIfPresent(
                "Content-Security-Policy",
                (name, policy) -> policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
        return new GalleryPage.Content(headers, rendition.text());
    }

    /** Returns the report behind the public page. */
    ErrorReport report(PreviewOptions preview) {
        var facts = RequestSnapshot.of(preview.variant().method(), preview.path());
        var incident = incident(production, preview, facts);
        return describer.createForPublic(incident, preview.language().messages());
    }

    private static Incident incident(ErrorPages pages, PreviewOptions preview, RequestSnapshot facts) {
        var failure = new SampleFailure(preview);
        var explanation = pages.explain(failure, facts);
        return Incident.of(IncidentId.random(), Instant.now(), Failure.thrown(failure), explanation.verdict(), facts)
                .withExplanation(explanation.lines());
    }

    /** Returns the request of the reader with the media type and language of the preview. */
    private static RequestSnapshot facts(PreviewOptions preview, GalleryRequest request) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.putAll(Map.of(
                "Accept", List.of("text/html"),
                "Accept-Language", List.of(preview.language().tag())));
        return new RequestSnapshot(
                preview.variant().method(),
                request.link(request.path()),
                null,
                RequestHeaders.of(headers),
                request.remoteAddress(),
                null,
                null);
    }

    /** A failure that never happened, with two causes for the developer page. */
    private static final class SampleFailure extends HttpErrorException {

        @Serial
        private static final long serialVersionUID = 1;

        SampleFailure(PreviewOptions preview) {
            super(preview.status().code(), null, preview.variant().retryAfter(), order());
        }

        private static Exception order() {
            return new IllegalStateException("order HB-0000 could not be priced", postage());
        }

        private static Exception postage() {
            return new IllegalArgumentException("a sample of the gallery weighs nothing");
        }

        /** Returns a challenge for 401, without which the answer would be 403. */
        @Override
        public Map<String, String> headers() {
            return status() == 401 ? Map.of("WWW-Authenticate", "Basic realm=\"gallery\"") : Map.of();
        }
    }
}
