package org.errorpages.servlet.container;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Undertow ends a response that has begun as if it were whole, whatever is thrown; only an asynchronous request that runs
 * out of time has its connection closed, or its stream reset.
 */
record Undertow() implements Container {

    @Override
    public TruncationResult end(HttpServletRequest request, HttpServletResponse response) {
        if (isWhole(response)) {
            return TruncationResult.LEFT_TO_THE_CONTAINER;
        }
        if (!request.isAsyncSupported() && !request.isAsyncStarted()) {
            return TruncationResult.SEEMINGLY_WHOLE;
        }
        try {
            asynchronous(request).setTimeout(1);
            return TruncationResult.BROKEN_OFF;
        } catch (IllegalStateException completed) { // The application has ended the request already.
            return TruncationResult.SEEMINGLY_WHOLE;
        }
    }

    private static AsyncContext asynchronous(HttpServletRequest request) {
        return request.isAsyncStarted() ? request.getAsyncContext() : request.startAsync();
    }

    /** What the application has closed takes nothing more; its connection may serve the next request already. */
    private static boolean isWhole(HttpServletResponse response) {
        try {
            response.getOutputStream().write(new byte[0]);
            return false;
        } catch (IllegalStateException writing) {
            return isWholeText(response);
        } catch (IOException closed) {
            return true;
        }
    }

    private static boolean isWholeText(HttpServletResponse response) {
        try {
            var writer = response.getWriter();
            writer.write("");
            return writer.checkError();
        } catch (IOException impossible) { // The application has the writer already.
            return false;
        }
    }

    /** It takes every IOException for the network. */
    @Override
    public boolean logsStackOf(Throwable thrown) {
        return !(thrown instanceof IOException);
    }

    /** Of the page for what was thrown it logs everything; that for a status throws at who has sent the status. */
    @Override
    public boolean logsStackOfPage(Throwable thrown, HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null || logsStackOf(thrown);
    }
}
