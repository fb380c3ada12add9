package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import org.errorpages.render.ErrorResponse;
import org.errorpages.servlet.request.ErrorAttributes;

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

    private ResponseWriter() {}

    /**
     * Writes the answer.
     *
     * @param rendition the answer
     * @param request the request; HEAD gets the same header and no body
     * @param response a response that is not committed
     */
    static void write(ErrorResponse rendition, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isBare = clear(response);
        response.setStatus(rendition.status().code());
        for (var field : rendition.headers().entrySet()) {
            if (isBare && !field.getKey().equalsIgnoreCase("Content-Type")) {
                response.addHeader(field.getKey(), field.getValue());
            } else {
                set(response, field.getKey(), field.getValue());
            }
        }
        response.setContentLength(rendition.length());
        if (leavesABodyUnread(rendition, request)) {
            response.setHeader("Connection", "close");
        }
        if (!ErrorAttributes.method(request).equals("HEAD")) {
            rendition.writeTo(response.getOutputStream());
        }
        response.flushBuffer();
    }

    /**
     * Takes away the body that is lost and what described it.
     *
     * @return whether no header field is left but the container's own, so that none has to be looked for
     */
    @SuppressWarnings("UnusedReturnValue")
    static boolean clear(HttpServletResponse response) {
        var kept = PreservedHeaders.of(response);
        response.reset();
        if (response.getTrailerFields() != null) {
            // Undertow keeps them through a reset, and does not take null for none.
            response.setTrailerFields(Map::of);
        }
        kept.restoreTo(response);
        return kept.others().isEmpty();
    }

    /** What the client still sends would be read as its next request (RFC 9112, section 9.6; not in HTTP/2). */
    private static boolean leavesABodyUnread(ErrorResponse rendition, HttpServletRequest request) {
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
}
