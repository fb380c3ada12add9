package org.errorpages.render;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Occasion;
import org.errorpages.status.Verdict;

/** An answer that was rendered ahead, for all incidents of which the public is told the same. */
public final class Prepared {

    private final Segments body;
    private final Map<String, String> headers;
    private final Moment.Latest latest = new Moment.Latest();

    private Prepared(Segments body, Map<String, String> headers) {
        this.body = body;
        this.headers = headers;
    }

    /**
     * Renders ahead what a report says, or returns nothing if the bodies of two occasions differ in more than can be
     * filled in.
     *
     * @param report what is said to the public, without a detail
     * @param occasion the occasion of the report
     * @param renderer the form
     * @param stencil what the renderer makes the body with
     * @param deciding the request headers that decided about the form
     */
    public static Optional<Prepared> of(
            ErrorReport report, Occasion occasion, Renderer renderer, Stencil stencil, List<String> deciding) {
        var specimen = Segments.specimen(occasion);
        var body = Segments.cut(renderer.render(report.on(specimen)), specimen, stencil.common());
        var filled = Rendition.joined(body.filled(occasion, Moment.of(occasion.time())));
        return Arrays.equals(filled, renderer.render(report))
                ? Optional.of(new Prepared(body, AnswerHeaders.ofForm(report, renderer, deciding)))
                : Optional.empty();
    }

    /** Returns the answer on an occasion. */
    public Rendition rendition(Verdict verdict, Occasion occasion) {
        return new Rendition(
                verdict.disposition(),
                verdict.status(),
                occasion.incident(),
                AnswerHeaders.completed(headers, verdict.headers(), occasion.retryAfterSeconds()),
                body.filled(occasion, latest.at(occasion.time())));
    }
}
