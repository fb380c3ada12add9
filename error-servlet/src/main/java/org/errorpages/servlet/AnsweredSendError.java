package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.errorpages.status.Failure;

/**
 * Answers at once what is sent by {@code sendError} where the container would not ask for an error page of ours: after
 * unusual methods on Jetty, within an error page, and for 4xx, which no descriptor of ours names.
 */
final class AnsweredSendError extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Shell shell;
    private final int first;

    private AnsweredSendError(HttpServletRequest request, HttpServletResponse response, Shell shell, int first) {
        super(response);
        this.request = request;
        this.response = response;
        this.shell = shell;
        this.first = first;
    }

    /** Returns the response itself where the container does ask. */
    static HttpServletResponse wrap(HttpServletRequest request, HttpServletResponse response, Shell shell) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return new AnsweredSendError(request, response, shell, 400);
        }
        if (shell.settings().clientErrors() || !shell.asksAfter(request.getMethod())) {
            return new AnsweredSendError(
                    request, response, shell, shell.settings().clientErrors() ? 400 : 500);
        }
        return response;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (status < first || isCommitted() || isAsked(status)) {
            super.sendError(status, message);
            return;
        }
        var failure = Failure.sent(status, Objects.requireNonNullElse(message, ""));
        new FailedRequest(shell, request, response).answerSent(failure);
        // Whatever the application writes after this is dropped, as the specification says of sendError.
        response.getOutputStream().close();
    }

    /** Returns whether the container asks somebody for a page of the status. */
    private boolean isAsked(int status) {
        if (request.getDispatcherType() == DispatcherType.ERROR || !shell.asksAfter(request.getMethod())) {
            return false;
        }
        boolean anyone = status >= 500 || shell.own().forStatus(status).isPresent();
        return anyone || shell.settings().dispatch() == Dispatch.CONTAINER;
    }
}
