package org.errorpages.incident.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.errorpages.describe.LocalizedReportFactory;
import org.errorpages.access.SameOriginCheck;
import org.errorpages.http.ContentNegotiator;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.log.IncidentLog;
import org.errorpages.render.ErrorResponse;
import org.errorpages.render.IncidentListRenderer;
import org.errorpages.render.ResponseFactory;
import org.errorpages.render.ResponseHeaders;
import org.errorpages.render.html.IncidentListPage;
import org.errorpages.report.IncidentList;
import org.errorpages.status.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Shows stored incidents to a permitted developer: the list, one incident, and the answer that the user got.
 *
 * <p>Reading changes nothing. For everybody else, and for a page of another origin, these paths do not exist.
 */
public final class IncidentViewer {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NO_FRAME = "frame-ancestors 'none'";
    private static final String OWN_FRAME = "frame-ancestors 'self'";

    private static final Set<String> HEADERS_OF_BODY = Set.of(
            "content-type",
            "content-language",
            "vary",
            "cache-control",
            "x-content-type-options",
            "x-robots-tag",
            "referrer-policy",
            "content-security-policy");

    /** Without those on which a browser acts, such as by asking for a password. */
    private static final Set<String> HEADERS_OF_STATUS =
            Set.of("retry-after", "proxy-status", "allow", "accept", "accept-patch", "accept-post");

    private final String path;
    private final DeveloperReports developerReports;
    private final IncidentStore store;
    private final LocalizedReportFactory reports;
    private final ResponseFactory responses;
    private final ContentNegotiator<IncidentListRenderer> lists = new ContentNegotiator<>(
            List.of(IncidentListPage.builtIn(), IncidentListRenderer.json(), IncidentListRenderer.text()));

    /** Creates a viewer at a path. */
    public IncidentViewer(String path, DeveloperReports developerReports, ResponseFactory responses) {
        this.path = Objects.requireNonNull(path);
        this.developerReports = Objects.requireNonNull(developerReports);
        this.store = developerReports.store();
        this.reports = developerReports.reports();
        this.responses = Objects.requireNonNull(responses);
    }

    /** Returns the response, or nothing if the request is for something else, is not permitted or fails. */
    public Optional<ViewerResponse> respond(RequestSnapshot request) {
        try {
            var route = IncidentRoute.of(path, request);
            if (route == null || !SameOriginCheck.asks(request) || !developerReports.isDeveloper(request)) {
                return Optional.empty();
            }
            return route.id() == null ? Optional.of(list(request)) : incident(route.id(), route, request);
        } catch (Throwable broken) {
            IncidentLog.warn(
                    "failed to show the incidents: " + broken.getClass().getName());
            return Optional.empty();
        }
    }

    private ViewerResponse list(RequestSnapshot request) {
        var choice = lists.choose(request.headers());
        var form = choice.offer();
        var messages = reports.developerMessages(request);
        var lines = store.latest().stream().map(StoredIncident::line).toList();
        var headers = ResponseHeaders.common(form.contentType(), messages, choice.deciding());
        headers.put(POLICY, form.policy());
        return new ViewerResponse(
                200, headers, form.render(new IncidentList(messages, lines, IncidentStore.MOST_INCIDENTS)));
    }

    private Optional<ViewerResponse> incident(String id, IncidentRoute route, RequestSnapshot request)
            throws IOException {
        var stored = store.find(id).orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        return Optional.of(route.isPublic() ? preview(stored, route, request) : page(stored, route.applyTo(request)));
    }

    /** Returns the developer's page: found, so 200. */
    private ViewerResponse page(StoredIncident stored, RequestSnapshot request) throws IOException {
        var rendition = responses.of(readBy(request, stored), stored.report());
        var headers = kept(rendition, false);
        headers.putIfAbsent(POLICY, "default-src 'none'; " + NO_FRAME);
        return new ViewerResponse(200, headers, body(rendition));
    }

    /** Returns the answer of the user with its status; a page of the same origin may frame it. */
    private ViewerResponse preview(StoredIncident stored, IncidentRoute route, RequestSnapshot request)
            throws IOException {
        var accept = String.join(",", request.headers().lines("Accept"));
        var incident = readBy(route.applyTo(stored.request().withHeader("Accept", accept)), stored);
        var report = reports.publicReport(incident);
        var rendition = report == null ? ResponseFactory.lastResort(incident) : responses.of(incident, report);
        var headers = kept(rendition, true);
        headers.merge(POLICY, "default-src 'none'; " + OWN_FRAME, (own, frame) -> own.replace(NO_FRAME, OWN_FRAME));
        return new ViewerResponse(rendition.status().code(), headers, body(rendition));
    }

    private static Incident readBy(RequestSnapshot reader, StoredIncident stored) {
        var failure = Failure.sent(stored.verdict().status().code(), "");
        return Incident.of(stored.id(), stored.time(), failure, stored.verdict(), reader);
    }

    private static Map<String, String> kept(ErrorResponse rendition, boolean withStatus) {
        var kept = new LinkedHashMap<>(rendition.headers());
        kept.keySet().removeIf(name -> {
            var lower = name.toLowerCase(Locale.ROOT);
            return !HEADERS_OF_BODY.contains(lower) && !(withStatus && HEADERS_OF_STATUS.contains(lower));
        });
        return kept;
    }

    private static byte[] body(ErrorResponse rendition) throws IOException {
        var body = new ByteArrayOutputStream(rendition.length());
        rendition.writeTo(body);
        return body.toByteArray();
    }
}
