package org.errorpages.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/**
 * Notes that an asynchronous request ran out of time, which the error dispatch of the container does not tell. It answers
 * nothing itself: what a listener may do with the response differs from container to container.
 *
 * @param status the status of the answer
 */
record AsyncTimeout(int status) implements AsyncListener {

    private static final String ATTRIBUTE = "org.errorpages.async-timeout";

    /** Returns the status of a request that ran out of time, or another one. */
    static int statusOr(int otherwise, ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Integer noted ? noted : otherwise;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        event.getAsyncContext().getRequest().setAttribute(ATTRIBUTE, status);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Listeners are dropped when a dispatch starts anew (Servlet 6.0, section 9.7).
        event.getAsyncContext().addListener(this);
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}
}
