package org.errorpages.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.errorpages.servlet.container.Container;

/**
 * Notes that an asynchronous request ran out of time, which the error dispatch of the container does not tell. It answers
 * nothing itself: what a listener may do with the response differs from container to container.
 *
 * @param status the status of the answer
 * @param container where it runs
 */
public record AsyncTimeout(int status, Container container) implements AsyncListener {

    private static final String ATTRIBUTE = "org.errorpages.async-timeout";

    /** Returns the status of a request that ran out of time, or another one. */
    public static int statusOr(int otherwise, ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Integer noted ? noted : otherwise;
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
        var request = event.getSuppliedRequest();
        request.setAttribute(ATTRIBUTE, status);
        // The application's own listeners came first; one of them may have completed the request.
        if (request.isAsyncStarted()
                && event.getSuppliedResponse() instanceof HttpServletResponse response
                && response.isCommitted()) {
            container.breakOffAtTimeout(response);
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
