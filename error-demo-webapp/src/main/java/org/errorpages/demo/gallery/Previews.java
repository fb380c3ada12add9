package org.errorpages.demo.gallery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.Mode;
import org.errorpages.report.Describer;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Incident;
import org.errorpages.request.HeaderFields;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Failure;

/**
 * The pages as the framework renders them, of failures that never happened.
 *
 * <p>No listener is told of them, so they are in no log. They are previews: sent with status 200, without the fields
 * that belong to the status, and the gallery may frame them.
 */
final class Previews {

    /** The fields that describe the page rather than the failure. */
    private static final Set<String> KEPT = Set.of(
            "Content-Type",
            "Content-Language",
            "Content-Security-Policy",
            "Cache-Control",
            "X-Content-Type-Options",
            "X-Robots-Tag",
            "Referrer-Policy");

    private final ErrorPages forPublic;
    private final ErrorPages asSet;
    private final Describer describer;

    Previews(ErrorPagesConfig config) {
        this.forPublic = ErrorPages.of(config.with(Mode.PRODUCTION));
        this.asSet = ErrorPages.of(config);
        this.describer = new Describer(config.site(), List.of());
    }

    /** Returns the page itself; who may not see the inside gets the public's page in place of the developer's. */
    Page page(Exhibit exhibit, Audience audience, Visit visit) {
        var pages = audience == Audience.DEVELOPER ? asSet : forPublic;
        var rendition = pages.render(incident(pages, exhibit, facts(exhibit, visit)));
        var headers = new TreeMap<>(rendition.headers());
        headers.keySet().retainAll(KEPT);
        headers.computeIfPresent(
                "Content-Security-Policy",
                (name, policy) -> policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
        return new Page(headers, rendition.text());
    }

    /** Returns what the public's page says. */
    ErrorReport words(Exhibit exhibit) {
        var facts = RequestFacts.of(exhibit.variant().method(), exhibit.path());
        var incident = incident(forPublic, exhibit, facts);
        return describer.describe(incident, exhibit.language().messages(), Disclosure.NOTHING);
    }

    private static Incident incident(ErrorPages pages, Exhibit exhibit, RequestFacts facts) {
        return pages.assess(Failure.thrown(new SampleFailure(exhibit)), facts);
    }

    /** The request as it came, but for the form and the language that it asks for. */
    private static RequestFacts facts(Exhibit exhibit, Visit visit) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(visit.headers());
        headers.putAll(Map.of(
                "Accept", List.of("text/html"),
                "Accept-Language", List.of(exhibit.language().tag())));
        return new RequestFacts(
                exhibit.variant().method(),
                visit.to(visit.path()),
                null,
                HeaderFields.of(headers),
                visit.remoteAddress(),
                null);
    }
}
