package org.errorpages.incident.store;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.errorpages.http.Headers;
import org.errorpages.http.RequestSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Parses a path below the incident list: {@code ""}, {@code /ID}, {@code /ID/public} or {@code /ID/public/ko}; the last
 * three perhaps with a suffix such as {@code .json}.
 *
 * @param id the number of an incident, or null for the list
 * @param isPublic whether the answer of the user is wanted rather than the developer's page
 * @param language the language of the user's answer, or null for the one it was given in
 * @param mediaType the form that the suffix names, or null
 */
record IncidentRoute(@Nullable String id, boolean isPublic, @Nullable String language, @Nullable String mediaType) {

    private static final String TAG = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}";
    private static final Pattern BELOW =
            Pattern.compile("/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})(/public(?:/(" + TAG + "))?)?(\\.[a-z]{2,4})?");
    private static final Pattern IN_QUERY = Pattern.compile("(?:^|.*&)lang=(" + TAG + ")(?:&.*)?", Pattern.DOTALL);
    private static final Map<String, String> SUFFIXES = Map.of(
            ".html", "text/html",
            ".json", "application/json",
            ".xml", "application/xml",
            ".txt", "text/plain",
            ".md", "text/markdown");

    /** Returns the route of a request, or null if it is for something else. */
    static @Nullable IncidentRoute of(String listPath, RequestSnapshot request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (!reads || !request.path().startsWith(listPath)) {
            return null;
        }
        var below = request.path().substring(listPath.length());
        var match = BELOW.matcher(below);
        if (below.isEmpty()) {
            return new IncidentRoute(null, false, null, null);
        }
        if (!match.matches()) {
            return null;
        }
        var suffix = match.group(4);
        var mediaType = suffix == null ? null : SUFFIXES.get(suffix);
        var query = IN_QUERY.matcher(request.query() == null ? "" : request.query());
        var language = match.group(3) == null && query.matches() ? query.group(1) : match.group(3);
        return suffix != null && mediaType == null
                ? null
                : new IncidentRoute(match.group(1), match.group(2) != null, language, mediaType);
    }

    /** Returns a request with the form and the language of this route. */
    RequestSnapshot applyTo(RequestSnapshot request) {
        var inLanguage = language == null ? request : request.readBy(language);
        if (mediaType == null) {
            return inLanguage;
        }
        var headers = Headers.of(Map.of(
                "Accept", List.of(mediaType),
                "Accept-Language", request.headers().lines("Accept-Language")));
        return new RequestSnapshot(
                request.method(), request.path(), null, headers, request.remoteAddress(), null, inLanguage.language());
    }
}
