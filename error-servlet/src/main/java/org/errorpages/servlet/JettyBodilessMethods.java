package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.errorpages.ErrorPages;
import org.errorpages.status.Failure;

/**
 * Jetty asks for an error page only after GET, POST and HEAD: {@code sendError} for another method ends in an empty body.
 * For those methods, and on Jetty only, a server error that is sent is answered at once.
 */
final class JettyBodilessMethods extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ErrorPages pages;

    private JettyBodilessMethods(HttpServletRequest request, HttpServletResponse response, ErrorPages pages) {
        super(response);
        this.request = request;
        this.response = response;
        this.pages = pages;
    }

    static boolean isJetty(ServletContext context) {
        return Objects.requireNonNullElse(context.getServerInfo(), "").startsWith("jetty/");
    }

    /** Returns the response itself for the methods after which Jetty does ask. */
    static HttpServletResponse wrap(HttpServletRequest request, HttpServletResponse response, ErrorPages pages) {
        return switch (request.getMethod()) {
            case "GET", "POST", "HEAD" -> response;
            default -> new JettyBodilessMethods(request, response, pages);
        };
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status < 500 || isCommitted()) {
            super.sendError(status, message);
            return;
        }
        var failure = Failure.sent(status, Objects.requireNonNullElse(message, ""));
        ResponseWriter.write(pages.answer(failure, RequestReader.facts(request)), request, response);
        // Whatever the application writes after this is dropped, as the specification says of sendError.
        response.getOutputStream().close();
    }
}
