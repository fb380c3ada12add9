package org.errorpages.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.errorpages.request.HeaderFields;
import org.errorpages.request.RequestFacts;
import org.jspecify.annotations.Nullable;

/**
 * Turns a servlet request into plain facts.
 *
 * <p>No parameter is asked for, which would read the body, and no session, which would make one.
 */
final class RequestReader {

    private static final int MAX_HEADERS = 200;

    private RequestReader() {}

    static RequestFacts facts(HttpServletRequest request, @Nullable String language) {
        return new RequestFacts(
                ErrorDispatch.method(request),
                ErrorDispatch.path(request),
                ErrorDispatch.query(request),
                headers(request),
                Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                handler(request),
                language);
    }

    private static HeaderFields headers(HttpServletRequest request) {
        var names = request.getHeaderNames();
        if (names == null) {
            return HeaderFields.none();
        }
        var fields = new LinkedHashMap<String, List<String>>();
        while (names.hasMoreElements() && fields.size() < MAX_HEADERS) {
            var name = names.nextElement();
            var lines = new ArrayList<String>();
            request.getHeaders(name).asIterator().forEachRemaining(lines::add);
            fields.put(name, lines.subList(0, Math.min(lines.size(), MAX_HEADERS)));
        }
        return HeaderFields.of(fields);
    }

    private static @Nullable String handler(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME) instanceof String failed) {
            return failed;
        }
        var name = request.getHttpServletMapping().getServletName();
        return name.isEmpty() ? null : name;
    }
}
