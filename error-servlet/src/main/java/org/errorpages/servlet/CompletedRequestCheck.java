package org.errorpages.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.errorpages.servlet.container.Container;
import org.errorpages.servlet.request.ErrorAttributes;
import org.errorpages.status.Failure;

/** Checks requests that ended without an exception: empty error responses and asynchronous timeouts. */
final class CompletedRequestCheck {

    private CompletedRequestCheck() {}

    /** Responds to an error status without a body if the settings ask for it, and observes an asynchronous request. */
    static void check(ErrorPagesContext context, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var settings = context.settings();
        if (request.isAsyncStarted()) {
            observeTimeout(context, request, response);
        } else if (settings.fillsEmptyErrors() && isEmpty(response) && settings.covers(response.getStatus())) {
            new FailureResponder(context, request, response).respondToSent(Failure.sent(response.getStatus(), ""));
        }
    }

    private static void observeTimeout(
            ErrorPagesContext context, HttpServletRequest request, HttpServletResponse response) {
        try {
            var timeout = new AsyncTimeout(context.settings().asyncTimeout(), context.container());
            request.getAsyncContext().addListener(timeout, request, response);
        } catch (IllegalStateException completed) {
            // Another thread has completed the request in the meantime.
        }
    }

    /** A response with a body has a content type, or is committed. */
    private static boolean isEmpty(HttpServletResponse response) {
        return response.getContentType() == null && !response.isCommitted();
    }

    /**
     * Records that an asynchronous request timed out.
     *
     * <p>It doesn't respond: containers differ in how a listener may use the response.
     *
     * @param status the status to respond with
     * @param container the container
     */
    private record AsyncTimeout(int status, Container container) implements AsyncListener {

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            var request = event.getSuppliedRequest();
            ErrorAttributes.setAsyncTimeout(status, request);
            // The application's listeners run first; one of them may have completed the request.
            if (request.isAsyncStarted()
                    && event.getSuppliedResponse() instanceof HttpServletResponse response
                    && response.isCommitted()) {
                container.truncateOnTimeout(response);
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // A new startAsync() removes all listeners (Servlet 6.0, section 9.7).
            event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}
    }
}
