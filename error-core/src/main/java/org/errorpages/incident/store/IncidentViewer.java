package org.errorpages.incident.store;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.errorpages.access.DeveloperAccess;
import org.errorpages.http.ContentNegotiator;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.log.IncidentLog;
import org.errorpages.incident.store.IncidentStore.StoredIncident;
import org.errorpages.render.ErrorResponse;
import org.errorpages.render.IncidentListRenderer;
import org.errorpages.render.ResponseFactory;
import org.errorpages.render.ResponseHeaders;
import org.errorpages.render.html.IncidentListPage;
import org.errorpages.report.IncidentList;
import org.errorpages.resource.Lazy;
import org.errorpages.status.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Shows stored incidents to developers: the list, one incident, and its public response.
 *
 * <p>Changes nothing. For other clients, and for pages of another origin, its paths don't exist.
 */
public final class IncidentViewer {

    private static final String CSP = "Content-Security-Policy";
    private static final String NO_FRAMING = "frame-ancestors 'none'";
    private static final String SAME_ORIGIN_FRAMING = "frame-ancestors 'self'";

    private static final String BODY_HEADERS = "content-type content-language vary cache-control"
            + " x-content-type-options x-robots-tag referrer-policy content-security-policy";
    private static final Set<String> PAGE_HEADERS = Set.of(BODY_HEADERS.split(" "));

    /** Lacks the fields on which a browser acts, such as WWW-Authenticate. */
    private static final Set<String> PUBLIC_HEADERS =
            Set.of((BODY_HEADERS + " retry-after proxy-status allow accept accept-patch accept-post").split(" "));

    /**
     * A response of the incident viewer.
     *
     * @param code the status code
     * @param headers the header fields, in order
     * @param body the bytes, which the response owns from now on
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares responses.
    public record ViewerResponse(int code, Map<String, String> headers, byte[] body) {

        public ViewerResponse {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        /** Returns the body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final String path;
    private final DeveloperReports developerReports;
    private final ResponseFactory responses;
    private final Lazy<ContentNegotiator<IncidentListRenderer>> lists = Lazy.of(() -> new ContentNegotiator<>(
            List.of(IncidentListPage.builtIn(), IncidentListRenderer.JSON, IncidentListRenderer.TEXT)));

    /** Creates a viewer at a path. */
    public IncidentViewer(String path, DeveloperReports developerReports, ResponseFactory responses) {
        this.path = path;
        this.developerReports = developerReports;
        this.responses = responses;
    }

    /** Returns the response; empty for other paths and methods, for other clients, and if an exception occurs. */
    public Optional<ViewerResponse> respond(RequestSnapshot request) {
        try {
            var route = Route.of(path, request);
            if (route == null || !DeveloperAccess.isSameOrigin(request) || !developerReports.isDeveloper(request)) {
                return Optional.empty();
            }
            if (route.id() == null) {
                return Optional.of(list(request));
            }
            var incident = developerReports.store().find(route.id());
            return incident.map(stored ->
                    route.isPublic() ? publicResponse(stored, route, request) : page(stored, route.applyTo(request)));
        } catch (Throwable broken) {
            IncidentLog.warn("the incident viewer failed: " + broken.getClass().getName());
            return Optional.empty();
        }
    }

    private ViewerResponse list(RequestSnapshot request) {
        var choice = lists.get().choose(request.headers());
        var renderer = choice.representation();
        var locales = developerReports.reports().locales();
        var messages = locales.forDeveloper(locales.messagesFor(request));
        var entries = developerReports.store().latest().stream()
                .map(StoredIncident::entry)
                .toList();
        var headers = ResponseHeaders.common(renderer.contentType(), messages, choice.varyHeaders());
        headers.put(CSP, renderer.policy());
        return new ViewerResponse(
                200, headers, renderer.render(new IncidentList(messages, entries, IncidentStore.MAX_INCIDENTS)));
    }

    /** Returns the developer page, with status 200 as the incident was found. */
    private ViewerResponse page(StoredIncident stored, RequestSnapshot request) {
        var response = responses.render(incidentFor(request, stored), stored.report());
        return new ViewerResponse(200, headers(response, PAGE_HEADERS, NO_FRAMING), response.bytes());
    }

    /** Returns the public response with its status; a page of the same origin may frame it. */
    private ViewerResponse publicResponse(StoredIncident stored, Route route, RequestSnapshot request) {
        var accept = String.join(",", request.headers().lines("Accept"));
        var incident = incidentFor(route.applyTo(stored.request().withHeader("Accept", accept)), stored);
        var response = responses.renderPublic(incident);
        var headers = headers(response, PUBLIC_HEADERS, SAME_ORIGIN_FRAMING);
        return new ViewerResponse(response.status().code(), headers, response.bytes());
    }

    /** Returns a stored incident with the request that determines format and language. */
    private static Incident incidentFor(RequestSnapshot request, StoredIncident stored) {
        var failure = Failure.sent(stored.verdict().status().code(), "");
        return Incident.of(stored.id(), stored.time(), failure, stored.verdict(), request);
    }

    /** Returns the fields with one of the names, and the policy with another rule for framing. */
    private static Map<String, String> headers(ErrorResponse response, Set<String> names, String framing) {
        var headers = new LinkedHashMap<>(response.headers());
        headers.keySet().removeIf(name -> !names.contains(name.toLowerCase(Locale.ROOT)));
        headers.merge(CSP, "default-src 'none'; " + framing, (policy, unused) -> policy.replace(NO_FRAMING, framing));
        return headers;
    }

    /**
     * A path below the list: {@code ""}, {@code /ID}, {@code /ID/public} or {@code /ID/public/ko}; the last three may have a
     * suffix such as {@code .json}.
     *
     * @param id the id of an incident, or null for the list
     * @param isPublic whether the route leads to the public response rather than the developer page
     * @param language the language of the public response, or null for that of the request
     * @param mediaType the format that the suffix selects, or null
     */
    private record Route(@Nullable String id, boolean isPublic, @Nullable String language, @Nullable String mediaType) {

        private static final String TAG = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}";
        private static final Pattern INCIDENT = Pattern.compile(
                "/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})(/public(?:/(" + TAG + "))?)?(?:\\.([a-z]{2,4}))?");
        private static final Pattern LANGUAGE_PARAMETER =
                Pattern.compile("(?:^|.*&)lang=(" + TAG + ")(?:&.*)?", Pattern.DOTALL);
        private static final Map<String, String> MEDIA_TYPES = Map.of(
                "html", "text/html",
                "json", "application/json",
                "xml", "application/xml",
                "txt", "text/plain",
                "md", "text/markdown");

        /** Returns the route of a request, or null for other paths and methods. */
        static @Nullable Route of(String listPath, RequestSnapshot request) {
            boolean isReading = Set.of("GET", "HEAD").contains(request.method());
            if (!isReading || !request.path().startsWith(listPath)) {
                return null;
            }
            var below = request.path().substring(listPath.length());
            if (below.isEmpty()) {
                return new Route(null, false, null, null);
            }
            var match = INCIDENT.matcher(below);
            var suffix = match.matches() ? match.group(4) : "";
            var mediaType = suffix == null ? null : MEDIA_TYPES.get(suffix);
            if (suffix != null && mediaType == null) {
                return null;
            }
            var query = LANGUAGE_PARAMETER.matcher(request.query() == null ? "" : request.query());
            var language = match.group(3) == null && query.matches() ? query.group(1) : match.group(3);
            return new Route(match.group(1), match.group(2) != null, language, mediaType);
        }

        /** Returns a request with the format and the language of this route. */
        RequestSnapshot applyTo(RequestSnapshot request) {
            var inLanguage = language == null ? request : request.withLanguage(language);
            if (mediaType == null) {
                return inLanguage;
            }
            var languages = String.join(",", request.headers().lines("Accept-Language"));
            return RequestSnapshot.of(request.method(), request.path())
                    .withHeader("Accept", mediaType)
                    .withHeader("Accept-Language", languages)
                    .withLanguage(inLanguage.language());
        }
    }
}
