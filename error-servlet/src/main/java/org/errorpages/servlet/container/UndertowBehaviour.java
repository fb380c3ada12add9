package org.errorpages.servlet.container;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Describes how Undertow deviates from the Servlet specification when a request fails.
 *
 * <p>Undertow ends a committed response as if it were complete, whatever is thrown. Only the timeout of an asynchronous
 * request closes the connection or resets the stream.
 */
record UndertowBehaviour() implements ContainerBehaviour {

    @Override
    public TruncationResult truncate(HttpServletRequest request, HttpServletResponse response) {
        if (isClosed(response)) {
            return TruncationResult.LEFT_TO_CONTAINER;
        }
        if (!request.isAsyncSupported() && !request.isAsyncStarted()) {
            return TruncationResult.SEEMINGLY_COMPLETE;
        }
        try {
            var async = request.isAsyncStarted() ? request.getAsyncContext() : request.startAsync();
            async.setTimeout(1);
            return TruncationResult.TRUNCATED;
        } catch (IllegalStateException completed) { // The application has completed the request.
            return TruncationResult.SEEMINGLY_COMPLETE;
        }
    }

    /** Returns whether the application closed the response; its connection may already serve the next request. */
    private static boolean isClosed(HttpServletResponse response) {
        try {
            response.getOutputStream().write(new byte[0]);
            return false;
        } catch (IllegalStateException writing) {
            return isWriterClosed(response);
        } catch (IOException closed) {
            return true;
        }
    }

    private static boolean isWriterClosed(HttpServletResponse response) {
        try {
            var writer = response.getWriter();
            writer.write("");
            return writer.checkError();
        } catch (IOException impossible) { // The writer already exists, so getWriter() can't fail.
            return false;
        }
    }

    /** Undertow treats every IOException as a network failure and doesn't log its stack trace. */
    @Override
    public boolean logsStackTrace(Throwable thrown) {
        return !(thrown instanceof IOException);
    }

    /** A page for an exception is always logged. A page for a status throws into the code that called sendError. */
    @Override
    public boolean logsStackTraceOfPage(Throwable thrown, HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null || logsStackTrace(thrown);
    }
}
