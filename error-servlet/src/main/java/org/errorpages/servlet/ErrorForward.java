package org.errorpages.servlet;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.errorpages.report.Incident;

/**
 * Forwards to an error page of the application, with the status of the verdict and the attributes of an error dispatch
 * (Servlet 6.1, section 10.9.1).
 */
final class ErrorForward {

    private ErrorForward() {}

    /** Returns whether the page has answered; if not, the response is as good as new. */
    static boolean to(String page, Incident incident, FailedRequest failed) throws IOException {
        var request = failed.request();
        var response = failed.response();
        var dispatcher = request.getServletContext().getRequestDispatcher(page);
        if (dispatcher == null) {
            return false;
        }
        ResponseWriter.clear(response);
        failed.announceClose();
        response.setStatus(incident.verdict().status().code());
        ErrorDispatch.describe(incident, request);
        ErrorDispatch.leave(incident, request);
        try {
            dispatcher.forward(new ErrorPageRequest(request), response);
            return true;
        } catch (ServletException | IOException | RuntimeException | Error broken) {
            failed.tellBroken(page, incident, broken);
            return response.isCommitted();
        } finally {
            ErrorDispatch.clear(request);
        }
    }
}
