package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.errorpages.servlet.ErrorHandlingSettings.DispatchMode;
import org.errorpages.servlet.FailureResponder.ForwardResult;
import org.errorpages.status.Failure;

/**
 * Responds to {@code sendError} immediately if the container wouldn't dispatch to our page.
 *
 * <p>That is the case after unusual methods on Jetty, within an error page, and for 4xx, which our descriptor doesn't name.
 */
final class SendErrorInterceptor extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ErrorPagesContext context;

    /** Whether the request is an error dispatch; on Undertow a forward changes the dispatcher type for good. */
    private final boolean isError;

    private SendErrorInterceptor(
            HttpServletRequest request, HttpServletResponse response, ErrorPagesContext context, boolean isError) {
        super(response);
        this.request = request;
        this.response = response;
        this.context = context;
        this.isError = isError;
    }

    /** Wraps the response, or returns it unchanged if the container dispatches all errors of interest. */
    static HttpServletResponse wrap(
            HttpServletRequest request, HttpServletResponse response, ErrorPagesContext context, boolean isError) {
        boolean mayIntercept = context.settings().clientErrors() || isNeverDispatched(isError, request, context);
        return mayIntercept ? new SendErrorInterceptor(request, response, context, isError) : response;
    }

    /** Returns whether the container looks for no error page, whatever the status. */
    private static boolean isNeverDispatched(boolean isError, HttpServletRequest request, ErrorPagesContext context) {
        return isError || !context.container().dispatchesErrorsOf(request.getMethod());
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, "");
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!isCovered(status) || isCommitted() || isDispatched(status)) {
            super.sendError(status, message);
            return;
        }
        var failure = Failure.sent(status, Objects.requireNonNullElse(message, ""));
        var result = new FailureResponder(context, request, response).respondToSent(failure);
        if (result != ForwardResult.TRUNCATED) { // Jetty would complete a truncated response.
            close();
        }
    }

    /** Makes the container drop everything that is written later, as the specification requires after sendError. */
    private void close() throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException written) { // A page of the application uses the writer.
            response.getWriter().close();
        }
    }

    private boolean isCovered(int status) {
        return status >= 500 || (status >= 400 && (isError || context.settings().clientErrors()));
    }

    /** Returns whether the container finds an error page for the status. */
    private boolean isDispatched(int status) {
        if (isNeverDispatched(isError, request, context)) {
            return false;
        }
        return status >= 500
                || context.applicationPages().forStatus(status).isPresent()
                || context.settings().dispatch() == DispatchMode.CONTAINER;
    }
}
