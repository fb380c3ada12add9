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
 * Turns a servlet request into plain facts.
 *
 * <p>No parameter is asked for, which would read the body, and no session, which would make one.
 */
public final class RequestReader {

    private static final int MAX_LINES = 200;

    private RequestReader() {}

    /**
     * Returns the facts.
     *
     * @param language the language that the application knows its user to read, or null
     * @param withAddress whether the client's address is of use; Jetty writes it out anew for each request
     */
    public static RequestSnapshot facts(HttpServletRequest request, @Nullable String language, boolean withAddress) {
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
        if (request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME) instanceof String failed) {
            return failed;
        }
        var name = request.getHttpServletMapping().getServletName();
        return name.isEmpty() ? null : name;
    }
}
