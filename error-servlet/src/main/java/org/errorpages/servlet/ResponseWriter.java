package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.errorpages.incident.store.IncidentViewer.ViewerResponse;
import org.errorpages.render.ErrorResponse;
import org.errorpages.servlet.request.ErrorAttributes;

/**
 * Writes error responses into uncommitted servlet responses.
 *
 * <p>The servlet response is reset, which removes a partial body, a writer's charset and the header fields that described
 * the body. Other fields stay: cookies, CORS, HSTS, correlation ids.
 */
final class ResponseWriter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String PROXY_STATUS = "Proxy-Status";
    private static final String VARY = "Vary";

    /** Fields with one value that containers set on each response. */
    private static final Set<String> SET_BY_CONTAINER = Set.of("date", "server");

    /** Fields that describe a body (RFC 9110, section 8; RFC 9111; RFC 9530). */
    private static final Set<String> BODY_FIELDS = Set.of(
            """
            accept-ranges age cache-control content-digest content-disposition content-encoding content-language \
            content-length content-location content-range content-type digest etag expires last-modified link \
            location pragma refresh repr-digest trailer transfer-encoding"""
                    .split(" ", -1));

    private ResponseWriter() {}

    /** Writes an error response into an uncommitted one; that to HEAD has the same header fields and no body. */
    static void write(ErrorResponse content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isBare = reset(response).isEmpty();
        response.setStatus(content.status().code());
        for (var field : content.headers().entrySet()) {
            setHeader(response, field.getKey(), field.getValue(), isBare);
        }
        response.setContentLength(content.length());
        if (mayLeaveBodyUnread(content, request)) {
            response.setHeader("Connection", "close");
        }
        if (!ErrorAttributes.method(request).equals("HEAD")) {
            content.writeTo(response.getOutputStream());
        }
        response.flushBuffer();
    }

    /** Writes a response of the incident viewer. */
    static void write(ViewerResponse content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(content.code());
        content.headers().forEach(response::setHeader);
        response.setContentLength(content.body().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content.body());
        }
        response.flushBuffer();
    }

    /** Removes the body and the header fields that described it, and returns the names of the others. */
    static Set<String> reset(HttpServletResponse response) {
        var setByContainer = new HashMap<String, String>();
        var preserved = new LinkedHashMap<String, List<String>>();
        for (var name : response.getHeaderNames()) { // Tomcat lists a name once for each of its values.
            var lower = name.toLowerCase(Locale.ROOT);
            if (SET_BY_CONTAINER.contains(lower)) {
                setByContainer.put(name, response.getHeader(name));
            } else if (!BODY_FIELDS.contains(lower) && !preserved.containsKey(name)) {
                preserved.put(name, List.copyOf(response.getHeaders(name)));
            }
        }
        response.reset();
        if (response.getTrailerFields() != null) {
            // Undertow keeps trailer fields through a reset and doesn't accept null.
            response.setTrailerFields(Map::of);
        }
        setByContainer.forEach((name, value) -> {
            if (!Objects.equals(value, response.getHeader(name))) {
                response.setHeader(name, value);
            }
        });
        preserved.forEach((name, values) -> restore(name, values, response));
        return preserved.keySet();
    }

    /** Restores a field after a reset, without duplicates of values that the container kept, such as a session cookie. */
    private static void restore(String name, List<String> values, HttpServletResponse response) {
        var present = response.getHeaders(name);
        var distinct = new LinkedHashSet<>(present);
        if (distinct.size() < present.size()) { // Jetty sets the cookie of a new session twice.
            response.setHeader(name, null);
            distinct.forEach(value -> response.addHeader(name, value));
        }
        values.stream().filter(value -> !distinct.contains(value)).forEach(value -> response.addHeader(name, value));
    }

    /** The rest of an unread body would be parsed as the next request (RFC 9112, section 9.6; not on HTTP/2). */
    private static boolean mayLeaveBodyUnread(ErrorResponse content, HttpServletRequest request) {
        int code = content.status().code();
        return (code == 408 || code == 413) && request.getProtocol().startsWith("HTTP/1.");
    }

    private static void setHeader(HttpServletResponse response, String name, String value, boolean isBare) {
        if (name.equalsIgnoreCase("Content-Type")) {
            response.setContentType(value);
        } else if (isBare || name.equalsIgnoreCase(POLICY) || name.equalsIgnoreCase(PROXY_STATUS)) {
            // Browsers enforce both policies; Proxy-Status is a list.
            response.addHeader(name, value);
        } else {
            response.setHeader(name, name.equalsIgnoreCase(VARY) ? mergeVary(response, value) : value);
        }
    }

    private static String mergeVary(HttpServletResponse response, String value) {
        var known = response.getHeaders(VARY);
        if (known.isEmpty()) {
            return value;
        }
        var lines = new ArrayList<>(known);
        lines.add(value);
        var names = new LinkedHashMap<String, String>();
        for (var name : String.join(",", lines).split(",", -1)) {
            if (!name.isBlank()) {
                names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name.strip());
            }
        }
        return names.containsKey("*") ? "*" : String.join(", ", names.values());
    }
}
