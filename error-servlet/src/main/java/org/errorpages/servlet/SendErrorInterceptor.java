package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.errorpages.servlet.ErrorPageForward.Shown;
import org.errorpages.status.Failure;

/**
 * Answers at once what is sent by {@code sendError} where the container would not ask for an error page of ours: after
 * unusual methods on Jetty, within an error page, and for 4xx, which no descriptor of ours names.
 */
final class SendErrorInterceptor extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ErrorPagesContext shell;

    private SendErrorInterceptor(HttpServletRequest request, HttpServletResponse response, ErrorPagesContext shell) {
        super(response);
        this.request = request;
        this.response = response;
        this.shell = shell;
    }

    /** Returns the response itself where the container does ask; within an error page it never does. */
    static HttpServletResponse wrap(
            HttpServletRequest request, HttpServletResponse response, ErrorPagesContext shell, boolean isError) {
        boolean mayAnswer = shell.settings().clientErrors() || asksNobody(isError, request, shell);
        return mayAnswer ? new SendErrorInterceptor(request, response, shell) : response;
    }

    /** Returns whether the container asks nobody for a page, whatever the status. */
    private static boolean asksNobody(boolean isError, HttpServletRequest request, ErrorPagesContext shell) {
        return isError || !shell.container().asksAfter(request.getMethod());
    }

    private static boolean isError(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!isOurs(status) || isCommitted() || isAsked(status)) {
            super.sendError(status, message);
            return;
        }
        var failure = Failure.sent(status, Objects.requireNonNullElse(message, ""));
        var shown = new FailureResponder(shell, request, response).answerSent(failure);
        if (shown != Shown.IN_PART) { // Jetty would give what is broken off its last chunk.
            close();
        }
    }

    /** Whatever the application writes after this is dropped, as the specification says of sendError. */
    private void close() throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException written) { // A page of the application has the writer.
            response.getWriter().close();
        }
    }

    private boolean isOurs(int status) {
        return status >= 500
                || (status >= 400 && (isError(request) || shell.settings().clientErrors()));
    }

    /** Returns whether the container asks somebody for a page of the status. */
    private boolean isAsked(int status) {
        if (asksNobody(isError(request), request, shell)) {
            return false;
        }
        boolean anyone = status >= 500 || shell.own().forStatus(status).isPresent();
        return anyone || shell.settings().dispatch() == DispatchMode.CONTAINER;
    }
}
