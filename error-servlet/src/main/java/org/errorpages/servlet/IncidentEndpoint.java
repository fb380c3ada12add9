package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.errorpages.incident.store.ViewerResponse;

/** Lets a permitted developer look up incidents, in development mode. */
final class IncidentEndpoint {

    private IncidentEndpoint() {}

    /**
     * Returns whether the path is one of ours and has been answered; to everybody else it does not exist, and the request
     * is the application's.
     */
    static boolean answered(ErrorPagesContext shell, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var path = shell.pages().config().developer().incidentsPath();
        if (path == null
                || request.getDispatcherType() != DispatcherType.REQUEST
                || !request.getRequestURI().startsWith(path)) {
            return false;
        }
        var reply = shell.pages().incidents(shell.facts(request));
        if (reply.isEmpty()) {
            return false;
        }
        write(reply.get(), request, response);
        return true;
    }

    private static void write(ViewerResponse reply, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(reply.code());
        reply.headers().forEach(response::setHeader);
        response.setContentLength(reply.body().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(reply.body());
        }
        response.flushBuffer();
    }
}
