package org.errorpages.servlet.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Objects;
import org.errorpages.http.Headers;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Converts a servlet request to a snapshot.
 *
 * <p>It reads no parameters, which would consume the body, and creates no session.
 */
public final class RequestReader {

    private static final int MAX_LINES = 200;

    private RequestReader() {}

    /**
     * Returns the snapshot.
     *
     * @param language the language tag that the application chose for the user, or null
     * @param withAddress whether to read the client's address, which Jetty formats again for each request
     */
    public static RequestSnapshot snapshot(HttpServletRequest request, @Nullable String language, boolean withAddress) {
        return new RequestSnapshot(
                ErrorAttributes.method(request),
                ErrorAttributes.path(request),
                ErrorAttributes.query(request),
                headers(request),
                withAddress ? Objects.requireNonNullElse(request.getRemoteAddr(), "") : "",
                handler(request),
                language);
    }

    private static Headers headers(HttpServletRequest request) {
        var names = request.getHeaderNames();
        var lines = new ArrayList<NamedValue>();
        while (names != null && names.hasMoreElements() && lines.size() < MAX_LINES) {
            var name = names.nextElement();
            var values = request.getHeaders(name);
            while (values.hasMoreElements() && lines.size() < MAX_LINES) {
                lines.add(new NamedValue(name, values.nextElement()));
            }
        }
        return Headers.of(lines);
    }

    private static @Nullable String handler(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME) instanceof String servlet) {
            return servlet;
        }
        var name = request.getHttpServletMapping().getServletName();
        return name.isEmpty() ? null : name;
    }
}
