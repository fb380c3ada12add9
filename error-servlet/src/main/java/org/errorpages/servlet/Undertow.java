package org.errorpages.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Undertow ends a response that has begun as if it were whole, whatever is thrown; only an asynchronous request that runs
 * out of time has its connection closed, or its stream reset.
 */
final class UndertowCleanEnd implements CommittedResponse {

    @Override
    public Ending end(HttpServletRequest request, HttpServletResponse response) {
        if (isWhole(response)) {
            return Ending.LEFT_TO_THE_CONTAINER;
        }
        if (!request.isAsyncSupported()) {
            return Ending.SEEMINGLY_WHOLE;
        }
        try {
            asynchronous(request).setTimeout(1);
            return Ending.BROKEN_OFF;
        } catch (IllegalStateException completed) { // The application has ended the request already.
            return Ending.SEEMINGLY_WHOLE;
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
}
