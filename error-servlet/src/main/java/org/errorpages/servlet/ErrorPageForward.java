package org.errorpages.servlet;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.errorpages.incident.Incident;
import org.errorpages.servlet.request.ErrorAttributes;
import org.errorpages.servlet.request.ErrorPageRequest;

/**
 * Forwards to an error page of the application, with the status of the verdict and the attributes of an error dispatch
 * (Servlet 6.1, section 10.9.1).
 */
final class ErrorPageForward {

    /** How much of a page the client gets. */
    enum Shown {
        WHOLLY,
        /** The page has failed after it had begun, and what it began has been ended. */
        IN_PART,
        /** The response is as good as new. */
        NOT_AT_ALL
    }

    private ErrorPageForward() {}

    /**
     * Shows the page.
     *
     * @throws IOException if a page that fails after it has begun is broken off only by what is thrown at the container
     */
    static Shown to(String page, Incident incident, FailureResponder failed) throws IOException {
        var request = failed.request();
        var response = failed.response();
        var dispatcher = request.getServletContext().getRequestDispatcher(page);
        if (dispatcher == null) {
            return Shown.NOT_AT_ALL;
        }
        ResponseWriter.clear(response);
        failed.announceClose();
        response.setStatus(incident.verdict().status().code());
        ErrorAttributes.describe(incident, request);
        ErrorAttributes.leave(incident, request);
        // A page that throws on what it is to show has failed itself.
        request.setAttribute(ErrorPageFilter.HANDLED, incident.failure().cause());
        try {
            dispatcher.forward(new ErrorPageRequest(request), response);
            return Shown.WHOLLY;
        } catch (ServletException | IOException | RuntimeException | Error broken) {
            if (response.isCommitted()) {
                failed.breakOffPage(page, incident, broken);
                return Shown.IN_PART;
            }
            failed.tellBroken(page, incident, broken);
            return Shown.NOT_AT_ALL;
        } finally {
            ErrorAttributes.clear(request);
        }
    }
}
