package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.errorpages.incident.store.ViewerResponse;

/** Serves the incident viewer to permitted developers, in development mode. */
final class IncidentEndpoint {

    private IncidentEndpoint() {}

    /** Returns the viewer's response, or nothing if the request belongs to the application. */
    static Optional<ViewerResponse> find(ErrorPagesContext context, HttpServletRequest request) {
        var path = context.errorPages().config().developer().incidentsPath();
        boolean matches = path != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getRequestURI().startsWith(path);
        return matches ? context.errorPages().incidents(context.snapshot(request)) : Optional.empty();
    }

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
}
