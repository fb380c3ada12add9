package org.errorpages.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Notes that an asynchronous request ran out of time, which the error dispatch of the container does not tell. It answers
 * nothing itself: what a listener may do with the response differs from container to container.
 *
 * @param status the status of the answer
 * @param jetty whether the container is Jetty, which ends a response that has begun as if it were whole
 */
record AsyncTimeout(int status, boolean jetty) implements AsyncListener {

    private static final String ATTRIBUTE = "org.errorpages.async-timeout";

    /** What Jetty takes for: break the response off. */
    private static final int BREAK_OFF = -1;

    /** Returns the status of a request that ran out of time, or another one. */
    static int statusOr(int otherwise, ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Integer noted ? noted : otherwise;
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        var request = event.getSuppliedRequest();
        request.setAttribute(ATTRIBUTE, status);
        // The application's own listeners came first; one of them may have completed the request.
        if (jetty && request.isAsyncStarted() && event.getSuppliedResponse() instanceof HttpServletResponse response) {
            breakOff(response);
        }
    }

    private static void breakOff(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            response.sendError(BREAK_OFF);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Listeners are dropped when a dispatch starts anew (Servlet 6.0, section 9.7).
        event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}
}
