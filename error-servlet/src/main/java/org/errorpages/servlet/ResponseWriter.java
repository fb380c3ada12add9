package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.errorpages.render.Rendition;
import org.errorpages.request.NamedValue;

/**
 * Writes a finished answer into a response of which nothing has been sent.
 *
 * <p>The response is reset, so that a writer's charset or half a body does not survive; what described the lost body
 * goes with it. What others said about the exchange stays: cookies, CORS, HSTS, correlation.
 */
final class ResponseWriter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String PROXY_STATUS = "Proxy-Status";
    private static final String VARY = "Vary";

    /** Header fields that described the body that is lost (RFC 9110, section 8; RFC 9111; RFC 9530). */
    private static final Set<String> OF_THE_LOST_BODY = Set.of(
            "accept-ranges",
            "age",
            "cache-control",
            "content-digest",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-location",
            "content-range",
            "content-type",
            "digest",
            "etag",
            "expires",
            "last-modified",
            "link",
            "location",
            "pragma",
            "refresh",
            "repr-digest",
            "trailer",
            "transfer-encoding");

    private ResponseWriter() {}

    /**
     * Writes the answer.
     *
     * @param rendition the answer
     * @param request the request; HEAD gets the same header and no body
     * @param response a response that is not committed
     */
    static void write(Rendition rendition, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        clear(response);
        response.setStatus(rendition.status().code());
        for (var field : rendition.headers().entrySet()) {
            set(response, field.getKey(), field.getValue());
        }
        response.setContentLength(rendition.length());
        if (leavesABodyUnread(rendition, request)) {
            response.setHeader("Connection", "close");
        }
        if (!ErrorDispatch.method(request).equals("HEAD")) {
            rendition.writeTo(response.getOutputStream());
        }
        response.flushBuffer();
    }

    /** Takes away the body that is lost and what described it. */
    static void clear(HttpServletResponse response) {
        var kept = keptHeaders(response);
        response.reset();
        if (response.getTrailerFields() != null) {
            // Undertow keeps them through a reset, and does not take null for none.
            response.setTrailerFields(Map::of);
        }
        restore(kept, response);
    }

    /** What the client still sends would be read as its next request (RFC 9112, section 9.6; not in HTTP/2). */
    private static boolean leavesABodyUnread(Rendition rendition, HttpServletRequest request) {
        int code = rendition.status().code();
        return (code == 408 || code == 413) && request.getProtocol().startsWith("HTTP/1.");
    }

    private static void set(HttpServletResponse response, String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            response.setContentType(value);
        } else if (name.equalsIgnoreCase(VARY)) {
            response.setHeader(VARY, merged(response, value));
        } else if (name.equalsIgnoreCase(POLICY) || name.equalsIgnoreCase(PROXY_STATUS)) {
            // A policy of the application holds as well: the browser obeys both. A status of a proxy joins the others.
            response.addHeader(name, value);
        } else {
            response.setHeader(name, value);
        }
    }

    private static String merged(HttpServletResponse response, String value) {
        var known = response.getHeaders(VARY);
        if (known.isEmpty()) {
            return value;
        }
        var names = new LinkedHashSet<String>();
        var seen = new LinkedHashSet<String>();
        var lines = new ArrayList<>(known);
        lines.add(value);
        for (var name : String.join(",", lines).split(",", -1)) {
            if (seen.add(name.strip().toLowerCase(Locale.ROOT)) && !name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names.contains("*") ? "*" : String.join(", ", names);
    }

    private static List<NamedValue> keptHeaders(HttpServletResponse response) {
        var kept = new ArrayList<NamedValue>();
        // Tomcat has a name as often as it has values.
        for (var name : new LinkedHashSet<>(response.getHeaderNames())) {
            if (!OF_THE_LOST_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                for (var value : response.getHeaders(name)) {
                    kept.add(new NamedValue(name, value));
                }
            }
        }
        return kept;
    }

    /** What a container keeps through a reset, such as Date or a session's cookie, is not sent twice. */
    private static void restore(List<NamedValue> kept, HttpServletResponse response) {
        var before = "";
        Collection<String> there = List.of();
        for (var field : kept) {
            if (!field.name().equals(before)) {
                before = field.name();
                there = once(before, response);
            }
            if (!there.contains(field.value())) {
                response.addHeader(before, field.value());
            }
        }
    }

    /** Returns the values of a field, each of which is there once. Jetty has the cookie of a new session twice by itself. */
    private static Collection<String> once(String name, HttpServletResponse response) {
        var there = response.getHeaders(name);
        if (there.size() < 2) {
            return List.copyOf(there);
        }
        var once = new LinkedHashSet<>(there);
        if (once.size() < there.size()) {
            response.setHeader(name, null);
            once.forEach(value -> response.addHeader(name, value));
        }
        return once;
    }
}
